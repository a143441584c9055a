import { find, type HashIndex } from './hash-index.ts';

/** Hash of a string, FNV-1a from a seed; `step` is one character of it, `finish` spreads the last bits. */
export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return finish(hash);
}

export function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

export function finish(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The longest word that is looked for, in characters. */
export const LONGEST_WORD = 6;
const BITS = 1 << 16;

/** Which strings begin a known word, as a Bloom filter of one bit each: it may say yes wrongly, never no. */
export type Beginnings = Uint8Array;

export function beginningsOf(words: Iterable<string>, seed: number): Beginnings {
  const bits = new Uint8Array(BITS / 8);
  for (const word of words) {
    let hash = seed;
    for (let end = 0; end < word.length - 1; end++) {
      hash = step(hash, word.charCodeAt(end));
      const bit = finish(hash) & (BITS - 1);
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return bits;
}

/** Words found in a text: id, first character and length of each; the arrays are grown and used again. */
export interface FoundWords {
  ids: Int32Array;
  at: Int32Array;
  sizes: Int32Array;
  length: number;
}

export function foundWords(): FoundWords {
  return { ids: new Int32Array(0), at: new Int32Array(0), sizes: new Int32Array(0), length: 0 };
}

/**
 * The known words of a text, longest first from left to right. A tokenizer would take as long as all the rest, and
 * finds hardly any other words that the model knows.
 */
export function matchWords(
  text: string,
  index: HashIndex,
  beginnings: Beginnings,
  seed: number,
  out: FoundWords,
): void {
  if (out.ids.length < text.length) {
    for (const array of ['ids', 'at', 'sizes'] as const) out[array] = new Int32Array(text.length * 2);
  }
  const { ids, at, sizes } = out;
  let length = 0;
  for (let i = 0; i < text.length; ) {
    let hash = seed;
    let best = -1;
    let taken = 1;
    for (let end = i; end < text.length && end < i + LONGEST_WORD; end++) {
      hash = step(hash, text.charCodeAt(end));
      const finished = finish(hash);
      const id = find(index, finished);
      if (id >= 0) {
        best = id;
        taken = end - i + 1;
      }
      const bit = finished & (BITS - 1);
      if (((beginnings[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) break;
    }
    if (best >= 0) {
      ids[length] = best;
      at[length] = i;
      sizes[length++] = taken;
    }
    i += taken;
  }
  out.length = length;
}
