import { simplify } from '../text/normalize.ts';
import { joinCells } from './tables.ts';

/** A text in the form that the grammar reads, with the place of every character in the text as read. */
export interface Folded {
  text: string;
  /** `at[i]` is the offset of character i; one more entry holds the length of the text as read. */
  at: Uint32Array;
}

/** A reading note that copying left behind a character: 開(kāi)局. */
const PINYIN = /\([a-zà-üāēīōūǎěǐǒǔǖǘǚǜêńňɡ]{1,6}\)/y;
const DROPPED = new Set(' \u3000\u00a0\u200b\u200c\u200d\ufeff\r*_`\'"“”‘’「」『』'.split(''));
const OPENING = new Set('“‘「『'.split(''));
const CLOSING = new Set('”’」』'.split(''));
/** Marks that copying doubles (,, or %%), or that cancel each other (,。). */
const MARKS = new Set(',。;:%、'.split(''));

/**
 * Simplified, half-width, lower case, without blanks, quotation marks, pinyin notes and doubled marks; two quoted
 * words side by side are separated by 、 as a list is. Line ends and tabs stay, because tables are made of them.
 */
export function fold(original: string): Folded {
  const source = simplify(original).toLowerCase();
  const same = source.length === original.length ? source : simplify(original);
  const at = new Uint32Array(same.length + 1);
  const out: string[] = [];
  const put = (char: string, from: number) => {
    at[out.length] = from;
    out.push(char);
  };
  for (let i = 0; i < same.length; i++) {
    const char = halfWidth(same, i);
    if (OPENING.has(char) && CLOSING.has(same[i - 1] ?? '')) put('、', i);
    if (isGap(same, i)) put('\t', i);
    if (DROPPED.has(char) || (char === '\n' && isWrapped(same, i))) continue;
    const note = char === '(' ? pinyinLength(same, i) : 0;
    if (note > 0) {
      i += note - 1;
      continue;
    }
    const last = out.at(-1) ?? '';
    if (MARKS.has(char) && char === last) continue;
    if (char === '。' && last === ',') out.pop();
    put(char === '.' && !(isDigit(last) && isDigit(same[i + 1])) ? '。' : char, i);
  }
  at[out.length] = original.length;
  return { text: joinCells(out.join('')), at: at.subarray(0, out.length + 1) };
}

/** Where the folded stretch [start, end) stands in the text as read, with the quotation mark that opens it. */
export function span(
  folded: Folded,
  original: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = folded.at[start] ?? 0;
  const to = end > start ? (folded.at[end - 1] ?? 0) + 1 : from;
  return { start: OPENING.has(original[from - 1] ?? '') ? from - 1 : from, end: to };
}

/** Lines of this length are broken by the page, not by the writer. */
const WRAPPED = { from: 20, to: 60 };

/** A line that neither ends a sentence nor is a title goes on in the next one. */
function isWrapped(text: string, lineEnd: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd).trim();
  const next = text[lineEnd + 1] ?? '\n';
  if (line.length < WRAPPED.from || line.length > WRAPPED.to || line.includes('\t') || line.includes('|'))
    return false;
  return !/(?:[^\p{L}\p{N}%]|报告|总结|汇报|情况|通报|如下)$/u.test(line) && /[\p{L}\p{N}“(（]/u.test(next);
}

/** Two blanks and more between words set the cells of a table apart; a single one says nothing. */
function isGap(text: string, at: number): boolean {
  const blank = (i: number) => text[i] === ' ' || text[i] === '\u3000';
  if (!blank(at) || !blank(at + 1) || blank(at - 1)) return false;
  return (
    /[\p{L}\p{N}%)）]/u.test(text[at - 1] ?? '') && /^[ \u3000]+[\p{L}\p{N}]/u.test(text.slice(at, at + 40))
  );
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function halfWidth(text: string, i: number): string {
  const code = text.charCodeAt(i);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0xfe6a) return '%';
  if (code === 0x7c) return '\t';
  if (code === 0xff61) return '。';
  return text[i] ?? '';
}

function pinyinLength(text: string, at: number): number {
  if (!/\p{Script=Han}/u.test(text[at - 1] ?? '')) return 0;
  PINYIN.lastIndex = at;
  return PINYIN.exec(text)?.[0].length ?? 0;
}
