/** The three parts of a proposal; null where the text has no heading for it. */
export interface Sections {
  problem: string | null;
  analysis: string | null;
  suggestion: string | null;
}

type Part = keyof Sections;

const LEAD = String.raw`[ \t\u3000]*(?:[一二三四五六]、|[（(][一二三四五六][）)]|[1-6][.．、]|【|\*\*)?\s*`;
const TAIL = String.raw`[ \t]*(?:】|[:：]|\*\*|(?=\n)|$)`;

/** Headings as offices write them; a heading stands at the start of a line. */
const HEADINGS: [Part, RegExp][] = [
  [
    'analysis',
    heading(
      '(?:主要)?(?:原因|成因)(?:分析)?|(?:问题|情况)?分析|(?:问题)?产生的?原因|原因(?:及|与)影响|(?:原因|问题)剖析',
    ),
  ],
  [
    'problem',
    heading(
      '(?:基本)?(?:情况|现状|背景)(?:与|和|及)?(?:存在的?)?(?:主要)?问题?|(?:目前|当前)?(?:存在|面临)的?(?:主要|突出)?(?:问题|困难)|(?:主要|突出)?问题(?:与现状|表现|所在)?|现状(?:分析)?|背景|案由',
    ),
  ],
  [
    'suggestion',
    heading(
      '(?:有关|几点|具体|意见|对策|工作|相关|解决|改进)*(?:和|与|及)?(?:建议|对策|办法|措施)(?:和|与|及)?(?:建议|对策|办法|措施|意见)?|为此建议|建议如下',
    ),
  ],
];

function heading(words: string): RegExp {
  return new RegExp(`^${LEAD}(?:${words})${TAIL}`, 'gm');
}

/**
 * Splits a proposal into 问题 / 分析 / 建议 where lines begin with such headings. Text before the first heading
 * counts as the problem. At least two different parts must be found, else all are null: a word is not a structure.
 */
export function splitSections(text: string): Sections {
  const marks = HEADINGS.flatMap(([part, pattern]) =>
    [...text.matchAll(pattern)].map((m) => ({ part, from: m.index, to: m.index + m[0].length })),
  ).sort((a, b) => a.from - b.from || b.to - a.to);
  const found: Sections = { problem: null, analysis: null, suggestion: null };
  if (new Set(marks.map((m) => m.part)).size < 2) return found;
  const add = (part: Part, piece: string) => {
    const clean = piece.trim();
    if (clean !== '') found[part] = found[part] === null ? clean : `${found[part]}\n${clean}`;
  };
  add('problem', text.slice(0, marks[0]?.from ?? 0));
  for (const [i, mark] of marks.entries())
    add(mark.part, text.slice(mark.to, marks[i + 1]?.from ?? text.length));
  return found;
}
