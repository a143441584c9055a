import { displayWidth, padEnd } from '../text/width.ts';
import type { SheetRow } from './sheet-columns.ts';

/** Columns of the terminal that each part takes; the title has the rest. */
const TOPIC = 19;
const LEAD = 23;
const CO = 20;
const LEAST_TITLE = 24;
/** The mark of review and the blanks between the parts. */
const BETWEEN = 2 + 3 * 2;

/** A narrow terminal shows no co-handlers. */
function layout(width: number): { title: number; co: number } {
  const rest = width - TOPIC - LEAD - BETWEEN;
  const co = rest - CO >= LEAST_TITLE ? CO : 0;
  return { title: Math.max(LEAST_TITLE, rest - co), co };
}

/** The head of the table for a terminal of `width` columns. */
export function tableHeader(width: number): string {
  const { title, co } = layout(width);
  const heads = [
    padEnd('标题', title),
    padEnd('主题', TOPIC),
    padEnd('主办建议', LEAD),
    co > 0 ? '会办建议' : '',
  ];
  return `${`  ${heads.join('  ')}`.trimEnd()}\n`;
}

/** Two lines for each proposal: the answer, and what it rests on. ？ marks what a person must look at. */
export function tableLine({ tagging, file }: SheetRow, width: number): string {
  const [lead] = tagging.departments.filter((d) => d.role === 'lead');
  const others = tagging.departments.filter((d) => d.role === 'co').map((d) => d.name);
  const { title, co } = layout(width);
  const cells = [
    padEnd(cut(tagging.title || file, title), title),
    scored(tagging.topics[0], TOPIC),
    scored(lead, LEAD),
    co > 0 ? cut(others.join('、'), co) : '',
  ];
  const answer = `${tagging.review ? '？' : '  '}${cells.join('  ')}`;
  return `${answer.trimEnd()}\n${cut(`    ${lead?.reason ?? ''}`, width).trimEnd()}\n`;
}

/** The name, cut where it must be, and its score, which never is. */
function scored(found: { name: string; score: number } | undefined, width: number): string {
  return padEnd(found ? `${cut(found.name, width - 5)} ${found.score.toFixed(2)}` : '', width);
}

/** Control characters of a hostile text must not reach the terminal. */
function cut(text: string, width: number): string {
  const plain = text.replace(/\p{C}/gu, ' ');
  if (displayWidth(plain) <= width) return plain;
  let kept = '';
  for (const char of plain) {
    if (displayWidth(kept + char) > width - 2) break;
    kept += char;
  }
  return `${kept}…`;
}
