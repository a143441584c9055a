import { Converter } from 'opencc-js/t2cn';
import { replaceRadicals } from './radicals.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Traditional → simplified, one character at a time, so that offsets stay; 0 stays as it is. Built once: 35 ms. */
let simplified: Uint16Array | undefined;

function simplifiedTable(): Uint16Array {
  if (simplified) return simplified;
  simplified = new Uint16Array(0x10000);
  for (let code = 0x3400; code < 0xa000; code++) {
    const char = String.fromCharCode(code);
    const result = toSimplified(char);
    if (result !== char && result.length === 1) simplified[code] = toSimplified(result).charCodeAt(0);
  }
  return simplified;
}

/**
 * Traditional characters made simplified, of the same length. A loop over the table: a replace with a callback takes
 * four times as long, and every text passes here.
 */
export function simplify(text: string): string {
  const table = simplifiedTable();
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const to = table[text.charCodeAt(i)] ?? 0;
    if (to === 0) continue;
    out += text.slice(from, i) + String.fromCharCode(to);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/**
 * The text in the form that is compared: NFKC (full-width letters, Kangxi radicals), simplified characters, lower
 * case, runs of white space as one blank. Idempotent. Never shown to users.
 */
export function normalize(text: string): string {
  const compared = replaceRadicals(text).normalize('NFKC').toLowerCase().normalize('NFKC');
  return simplify(compared).replace(/\s+/g, ' ').trim();
}

/** A title reduced to what identifies it: no 关于…的提案 frame, no punctuation. Used to match documents to rows. */
export function titleKey(title: string): string {
  return normalize(title)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^关于/, '')
    .replace(/的?(提案|建议|议案|案)$/, '');
}

/** Text as it is stored and shown: radicals made characters, \n line ends, no control characters. */
export function cleanText(text: string): string {
  return (
    replaceRadicals(text)
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters of Word and PDF are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200d\ufeff]/g, '')
      .replace(/[ \t\u3000]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}
