/** One report within a text: [start, end) in UTF-16 units of the text. */
export interface Part {
  start: number;
  end: number;
  /** The heading that opens it, null where it begins without one. */
  title: string | null;
}

interface Line {
  text: string;
  start: number;
  end: number;
}

const MATTER = /提案|建议|议案|两会/;
const TITLE = /(?:报告|总结|汇报|通报|自查|情况|范文|文档)\d*$/;
/** 特此报告。关于…情况的报告4: copying has glued the next heading to the last line. */
const GLUED = /[。日](关于[^。，,]{4,60}(?:报告|总结|汇报)\d*)$/;
const ADDRESSEE = /政府|政协|人大|办公[厅室]|督查室|委员会|领导|党委/;
/** So much text must stand between two openings; a heading, a remark and 市政协： open one report together. */
const LEAST = 100;

/**
 * Tells the reports of a text apart: by headings, by an address (市政协：), and where the numbering of the sections
 * starts again. A text with one report is one part.
 */
export function splitReports(text: string): Part[] {
  const openings: { at: number; title: string | null }[] = [{ at: 0, title: null }];
  let sections = 0;
  const lines = toLines(text);
  for (const [i, line] of lines.entries()) {
    const opening = openingOf(line, sections, lines[i - 1]);
    const section = sectionNumber(line.text);
    const last = openings.at(-1);
    if (opening && last) {
      sections = 0;
      if (opening.at - last.at >= LEAST) openings.push(opening);
      else last.title ??= opening.title;
    }
    if (section > 0) sections = section;
  }
  return openings.map(({ at, title }, i) => ({ start: at, end: openings[i + 1]?.at ?? text.length, title }));
}

function openingOf(
  line: Line,
  sections: number,
  before: Line | undefined,
): { at: number; title: string | null } | null {
  const { text, start } = line;
  const glued = GLUED.exec(text)?.[1];
  if (glued !== undefined)
    return { at: start + text.length - glued.length, title: glued.replace(/\d+$/, '') };
  if (isTitle(text)) return { at: start, title: text.replace(/\d+$/, '') };
  if (/^[^,，。;；]{2,20}[:：]$/.test(text) && ADDRESSEE.test(text) && sectionNumber(text) === 0)
    return { at: start, title: null };
  if (sectionNumber(text) === 1 && sections > 1)
    return { at: before && /如下[:：。]?$/.test(before.text) ? before.start : start, title: null };
  return null;
}

/** A short line without stops that ends in 报告, 总结 or 汇报 and is no numbered section. */
function isTitle(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= 45 &&
    !/[，,。；;：:！？]/.test(text) &&
    !/^[（(]?[一二三四五六七八九十\d]+[、.．）)]/.test(text) &&
    MATTER.test(text) &&
    TITLE.test(text.replace(/[（(][^（）()]*[）)]$/, ''))
  );
}

/** 三、 is 3; 0 for a line that opens no section. */
function sectionNumber(text: string): number {
  const numeral = /^([一二三四五六七八九十])、/.exec(text)?.[1];
  return numeral ? '一二三四五六七八九十'.indexOf(numeral) + 1 : 0;
}

/** The lines that are not empty, without the blanks around them. */
function toLines(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const trimmed = match[0].trim().replace(/^#+\s*/, '');
    const start = match.index + match[0].indexOf(trimmed);
    return trimmed === '' ? [] : [{ text: trimmed, start, end: start + trimmed.length }];
  });
}
