import { type CellUnits, readCellUnits } from './tables.ts';
import { FARTHEST, type Meaning, type Term, type Terms } from './terms.ts';
import { type Quantity, readQuantity } from './units.ts';

/** What the grammar sees of a folded text, in order; all else is plain text between the tokens. */
export type Token =
  | { type: 'quantity'; quantity: Quantity; start: number; end: number }
  | { type: 'term'; meanings: readonly Meaning[]; text: string; start: number; end: number }
  | { type: 'mark'; mark: string; start: number; end: number };

export type TermToken = Extract<Token, { type: 'term' }>;

const MARKS = new Set('。！？!?;,:()[]、\n\t'.split(''));
/** Where a number may begin; 百 only in 百分之. */
const NUMERAL = /[\d零〇○一二三四五六七八九十百两]/;

/** Reads a folded text from left to right once; of the terms at a place the longest counts. */
export function tokenize(text: string, terms: Terms): Token[] {
  const cells = readCellUnits(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, terms, cells);
    if (token) tokens.push(token);
    at = token ? token.end : pastNumber(text, at);
  }
  return tokens;
}

function tokenAt(text: string, at: number, terms: Terms, cells: CellUnits): Token | null {
  const char = text[at] ?? '';
  if (MARKS.has(char)) return { type: 'mark', mark: char, start: at, end: at + 1 };
  const known = longestTerm(text, at, terms.byFirst.get(char) ?? []);
  if (known) return { type: 'term', ...known, start: at, end: at + known.text.length };
  if (!NUMERAL.test(char)) return null;
  const quantity = readQuantity(text, at, cells.get(at));
  return quantity && { type: 'quantity', quantity, start: quantity.start, end: quantity.end };
}

/** The digits of a number that counts nothing (2024, 0966) are passed over whole, so that no part of it is read. */
function pastNumber(text: string, at: number): number {
  let end = at;
  while (/[\d.]/.test(text[end] ?? '')) end++;
  return Math.max(end, at + 1);
}

/** The longest term that begins at `at`; … in a phrase stands for a few characters: 列入…计划 reads 列入今后工作计划. */
function longestTerm(
  text: string,
  at: number,
  known: readonly Term[],
): { text: string; meanings: readonly Meaning[] } | null {
  let end = at;
  let longest: Term | null = null;
  for (const term of known) {
    if (at + term.longest <= end) break;
    const to = endOf(text, at, term);
    if (to > end) [end, longest] = [to, term];
  }
  return longest && { text: text.slice(at, end), meanings: longest.meanings };
}

/** No clause ends and no number stands within a phrase. */
const GAP = /^[^\d%,。;:、()\t\n的]*$/;

function endOf(text: string, at: number, { head, tail }: Term): number {
  if (!text.startsWith(head, at)) return -1;
  const from = at + head.length;
  if (tail === null) return from;
  const gap = text.slice(from, from + FARTHEST + tail.length).indexOf(tail);
  return gap >= 0 && GAP.test(text.slice(from, from + gap)) ? from + gap + tail.length : -1;
}
