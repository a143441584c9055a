import { existsSync } from 'node:fs';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import type { Chart } from '../../dashboards/charts.ts';
import type { Picture } from './document.ts';

/** Fonts that Windows, Linux offices and macOS have, in the order in which a chart takes them. */
const FONTS =
  'Microsoft YaHei, SimHei, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, PingFang SC, sans-serif';

/** Picture points for each CSS pixel: about 300 a inch on paper. */
const SCALE = 3;

/**
 * Draws a chart of dashboards/charts.ts outside a browser: its SVG with the legend put above it, because Plot's own
 * legend is HTML.
 */
export function drawChart(caption: string, draw: () => Chart): Picture {
  const { window } = parseHTML('<html><body></body></html>');
  // Plot takes its document from a global window.
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  try {
    return toPicture(caption, draw());
  } finally {
    if (before) Object.defineProperty(globalThis, 'window', before);
    else Reflect.deleteProperty(globalThis, 'window');
  }
}

/** Room for the legend above, and for the last label of an axis on the right; CSS pixels. */
const LEGEND = 26;
const RIGHT = 16;

function toPicture(caption: string, chart: Chart): Picture {
  const isBare = chart.tagName.toLowerCase() === 'svg';
  const svg = isBare ? chart : chart.querySelector(':scope > svg');
  if (!svg) throw new Error('a chart has an svg');
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const swatches = isBare ? '' : legend(chart);
  const top = swatches === '' ? 0 : LEGEND;
  const full = { width: width + RIGHT, height: height + top };
  const drawing = svg.innerHTML.replace(/<style>[\s\S]*?<\/style>/g, '');
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${full.width}" height="${full.height}" viewBox="0 0 ${full.width} ${full.height}" font-family="${FONTS}" font-size="13" fill="#1c2733">`,
    `${swatches}<g transform="translate(0,${top})">${drawing}</g></svg>`,
  ].join('');
  return { kind: 'picture', caption, svg: text, ...full };
}

/** The items of Plot's legend as squares with their names in one line. */
function legend(chart: Chart): string {
  const items = [...chart.querySelectorAll('span[class$="-swatch"]')];
  let x = 4;
  return items
    .map((item) => {
      const colour = item.querySelector('svg')?.getAttribute('fill') ?? '#888888';
      const name = (item.textContent ?? '').trim();
      const at = x;
      x += 34 + [...name].length * 13;
      return `<rect x="${at}" y="3" width="13" height="13" fill="${colour}"/><text x="${at + 18}" y="14">${name}</text>`;
    })
    .join('');
}

/** A PNG, or null where `fonts` has no Chinese one: rather no chart than one of boxes. */
export function toPng({ svg }: Picture, fonts: Fonts = machineFonts()): Uint8Array | null {
  return hasChineseFont(fonts) ? render(svg, fonts) : null;
}

type Fonts = Pick<NonNullable<ResvgRenderOptions['font']>, 'fontFiles' | 'loadSystemFonts'>;

let ofMachine: Fonts | null = null;

/** The first usual font file; reading every font of a machine takes seconds, so only where there is none. */
function machineFonts(): Fonts {
  const fontFiles = FONT_FILES.filter((file) => existsSync(file)).slice(0, 1);
  ofMachine ??= { fontFiles, loadSystemFonts: fontFiles.length === 0 };
  return ofMachine;
}

const chinese = new WeakMap<Fonts, boolean>();

/** Two Chinese characters that leave the same picture are boxes, or nothing. */
function hasChineseFont(fonts: Fonts): boolean {
  const known = chinese.get(fonts);
  if (known !== undefined) return known;
  const has = !sameBytes(render(sample('中'), fonts), render(sample('一'), fonts));
  chinese.set(fonts, has);
  return has;
}

function sample(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="${FONTS}"><text y="16">${text}</text></svg>`;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function render(svg: string, fonts: Fonts): Uint8Array {
  return new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { ...fonts, defaultFontFamily: 'Microsoft YaHei' },
  })
    .render()
    .asPng();
}

const FONT_FILES = [
  'C:/Windows/Fonts/msyh.ttc',
  'C:/Windows/Fonts/simhei.ttf',
  'C:/Windows/Fonts/simsun.ttc',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/STHeiti Light.ttc',
];
