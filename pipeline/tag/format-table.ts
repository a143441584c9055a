import { displayWidth, padEnd } from '../text/width.ts';
import type { SheetRow } from './sheet-columns.ts';

/** Columns of the terminal besides the title, which takes the rest. */
const TOPIC = 19;
const LEAD = 23;
const CO = 20;
const LEAST_TITLE = 24;

/** The head of the table for a terminal of `width` columns. */
export function tableHeader(width: number): string {
  const title = titleWidth(width);
  return `${['', padEnd('标题', title), padEnd('主题', TOPIC), padEnd('主办建议', LEAD), '会办建议'].join('  ')}\n`;
}

/** Two lines for each proposal: the answer, and what it rests on. ？ marks what a person must look at. */
export function tableLine({ tagging, file }: SheetRow, width: number): string {
  const [lead] = tagging.departments.filter((d) => d.role === 'lead');
  const co = tagging.departments.filter((d) => d.role === 'co').map((d) => d.name);
  const title = titleWidth(width);
  const cells = [
    padEnd(cut(tagging.title || file, title), title),
    scored(tagging.topics[0], TOPIC),
    scored(lead, LEAD),
    cut(co.join('、'), CO),
  ];
  const mark = tagging.review ? '？' : '  ';
  const reason = cut(`    ${lead?.reason ?? ''}`, width);
  return `${`${mark}${cells.join('  ')}`.trimEnd()}\n${reason.trimEnd()}\n`;
}

/** The name, cut where it must be, and its score, which never is. */
function scored(found: { name: string; score: number } | undefined, width: number): string {
  return padEnd(found ? `${cut(found.name, width - 5)} ${found.score.toFixed(2)}` : '', width);
}

function titleWidth(width: number): number {
  return Math.max(LEAST_TITLE, width - TOPIC - LEAD - CO - 8);
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
