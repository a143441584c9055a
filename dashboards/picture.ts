/** What a picture says besides the chart. */
export interface Caption {
  title: string;
  note: string;
  /** Whose data, which filters, which day: the last line. */
  source: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",SimSun,sans-serif';
const INK = '#1c2733';
const QUIET = '#55606c';
const EDGE = 16;
const LINE = 20;

/** A picture that stands alone: title and note on top, the legend, the chart, and the source below; on white. */
export function toPicture(
  chart: Element,
  { title, note, source }: Caption,
): { text: string; width: number; height: number } {
  const drawing = chart instanceof SVGSVGElement ? chart : chart.querySelector(':scope > svg');
  const width = Number(drawing?.getAttribute('width') ?? 640);
  const inner = Number(drawing?.getAttribute('height') ?? 400);
  const svg = element('svg', { xmlns: SVG, 'font-family': FONT, color: INK, fill: INK });
  const paragraph = (text: string, top: number, size: number) =>
    wrap(text, width, size).map((line, i) => write(line, EDGE, top + (i + 1) * LINE, size, QUIET));
  const top = EDGE + LINE;
  const says = paragraph(note, top, 13);
  const legend = legendOf(chart, EDGE, top + (says.length + 1) * LINE, width);
  const y = legend.bottom + 8;
  const from = paragraph(source, y + inner + 4, 12);
  const [w, h] = [width + 2 * EDGE, y + inner + 4 + from.length * LINE + EDGE];
  set(svg, { width: w, height: h, viewBox: `0 0 ${w} ${h}` });
  svg.append(
    element('rect', { width: w, height: h, fill: '#ffffff' }),
    write(title, EDGE, top, 17, INK, 'bold'),
    ...says,
    ...legend.items,
  );
  const copy = drawing?.cloneNode(true);
  if (copy instanceof SVGElement) {
    set(copy, { x: EDGE, y, width, height: inner, 'font-size': 13 });
    svg.append(copy);
  }
  svg.append(...from);
  return { text: new XMLSerializer().serializeToString(svg), width: w, height: h };
}

/** Plot's legends are HTML; the same colours and words as shapes. */
function legendOf(chart: Element, left: number, top: number, width: number) {
  const swatches = [...chart.querySelectorAll('[class*="swatch"]')].filter((s) =>
    s.querySelector(':scope > svg'),
  );
  const items: Element[] = [];
  let [x, y] = [left, top];
  for (const swatch of swatches) {
    const words = swatch.textContent?.trim() ?? '';
    const colour = swatch.querySelector('[fill]')?.getAttribute('fill') ?? INK;
    const wide = 22 + widthOf(words, 13) + 16;
    if (x > left && x + wide > left + width) [x, y] = [left, y + LINE];
    items.push(element('rect', { x, y: y - 12, width: 14, height: 14, fill: colour }));
    items.push(write(words, x + 20, y, 13, INK));
    x += wide;
  }
  return { items, bottom: items.length === 0 ? top - LINE : y };
}

function write(text: string, x: number, y: number, size: number, colour: string, weight = 'normal'): Element {
  const line = element('text', { x, y, 'font-size': size, fill: colour, 'font-weight': weight });
  line.textContent = text;
  return line;
}

function element(tag: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  set(made, attributes);
  return made;
}

function set(shape: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
}

/** Chinese characters are as wide as the font is high, Latin ones about half. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 0.56 : 1) * size, 0);
}

function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (widthOf(line + char, size) > width) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}
