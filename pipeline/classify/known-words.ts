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
  const hashes = new Int32Array(LONGEST_WORD);
  let length = 0;
  for (let i = 0; i < text.length; ) {
    let hash = seed;
    let size = 0;
    let isBeginning = true;
    while (isBeginning && size < LONGEST_WORD && i + size < text.length) {
      hash = step(hash, text.charCodeAt(i + size));
      const finished = finish(hash);
      hashes[size++] = finished;
      const bit = finished & (BITS - 1);
      isBeginning = ((beginnings[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    }
    // The longest first: looking up costs most, and the shorter ones need none then.
    for (; size > 0; size--) {
      const id = find(index, hashes[size - 1] ?? 0);
      if (id < 0) continue;
      ids[length] = id;
      at[length] = i;
      sizes[length++] = size;
      break;
    }
    i += Math.max(size, 1);
  }
  out.length = length;
}
