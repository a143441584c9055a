import { fold } from './fold.ts';

/** A sentence of an answer. `text` is an exact substring of it, `folded` the same in the form that rules compare. */
export interface Sentence {
  text: string;
  folded: string;
  /** Where it begins in the answer, in UTF-16 units. */
  start: number;
}

/**
 * Sentences of folded text: a semicolon parts what is complete of itself in this kind of prose, 答复如下: what is no
 * sentence; a list that lost its stops is cut at 600 characters, so that cost stays in proportion.
 */
const SENTENCE = /(?:(?!如下:)[^。!?;\n]){1,600}(?:如下:|[。!?;])?/g;
/** Numbers before a paragraph: 一、 (二) 3. ① */
const NUMBER =
  /^[\s　]*(?:第?[一二三四五六七八九十]{1,3}[、,:是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳])?[\s　]*/;

/** The sentences of a text in their order, without the number before them and the white space round them. */
export function splitSentences(text: string): Sentence[] {
  // Folding makes a line end a blank; sentences end there all the same.
  const folded = text
    .split(/[\r\n]/)
    .map(fold)
    .join('\n');
  return [...folded.matchAll(SENTENCE)].flatMap(({ 0: raw, index }) => {
    const skipped = NUMBER.exec(raw)?.[0].length ?? 0;
    const length = raw.trimEnd().length - skipped;
    if (length < 2) return [];
    const start = index + skipped;
    return { text: text.slice(start, start + length), folded: folded.slice(start, start + length), start };
  });
}
