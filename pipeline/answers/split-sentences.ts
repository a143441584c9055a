import { fold } from './fold.ts';

/** A sentence of an answer. `text` is an exact substring of it, `folded` the same in the form that rules compare. */
export interface Sentence {
  text: string;
  folded: string;
  /** Where it begins in the answer, in UTF-16 units. */
  start: number;
}

/** Ends of sentences in folded text: a semicolon parts what is complete of itself in this kind of prose. */
const SENTENCE = /[^。!?;\n]+[。!?;]?/g;
/** Numbers before a paragraph: 一、 (二) 3. ① */
const NUMBER =
  /^[\s　]*(?:第?[一二三四五六七八九十]{1,3}[、,:是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳])?[\s　]*/;
/** Longer ones are lists that lost their stops. Characters. */
const LONGEST = 600;

/** The sentences of a text in their order, without the number before them and the white space round them. */
export function splitSentences(text: string): Sentence[] {
  const folded = fold(text.replace(/\r/g, '\n'));
  const lines = keepLines(text, folded);
  return [...lines.matchAll(SENTENCE)].flatMap(({ 0: raw, index }) => {
    const skipped = NUMBER.exec(raw)?.[0].length ?? 0;
    const length = Math.min(raw.trimEnd().length - skipped, LONGEST);
    if (length < 2) return [];
    const start = index + skipped;
    return { text: text.slice(start, start + length), folded: lines.slice(start, start + length), start };
  });
}

/** Folding makes a line end a blank; sentences end there all the same. */
function keepLines(text: string, folded: string): string {
  let out = '';
  let from = 0;
  for (let at = text.search(/[\r\n]/); at >= 0; at = next(text, at + 1)) {
    out += `${folded.slice(from, at)}\n`;
    from = at + 1;
  }
  return out + folded.slice(from);
}

function next(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/);
  return found < 0 ? -1 : from + found;
}
