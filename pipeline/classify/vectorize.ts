import type { Tokenizer } from '../text/tokenize.ts';
import {
  BLOCKS,
  type HashBuffer,
  hashBlock,
  hashBuffer,
  hashWords,
  type Prepared,
  WORD_SEED,
} from './features.ts';
import { find, type HashIndex, hashIndex, intern } from './hash-index.ts';
import {
  type Beginnings,
  beginningsOf,
  type FoundWords,
  foundWords,
  LONGEST_WORD,
  matchWords,
} from './known-words.ts';

/** The features a model knows, by id; the most frequent first. */
export interface Vocabulary {
  /** Hash of each id. */
  hashes: Uint32Array;
  idf: Float32Array;
  /** What begins one of the words among them. */
  beginnings: Beginnings;
  index: HashIndex;
}

/** Sparse rows: row i holds ids[start[i] .. start[i + 1]), each with its value; a row's blocks have length `weight`. */
export interface Matrix {
  start: Int32Array;
  ids: Int32Array;
  values: Float32Array;
}

/** Scratch memory of a vectorizer, used again for every document. */
export interface Scratch {
  buffer: HashBuffer;
  words: FoundWords;
  counts: Uint16Array;
  ids: Int32Array;
  values: Float32Array;
}

/** The features that occur in at least `min_df` of the documents of their block, with smoothed idf. */
export function learnVocabulary(documents: readonly Prepared[], tokenize: Tokenizer): Vocabulary {
  const index = hashIndex(1 << 18);
  let df = new Int32Array(1 << 18);
  let seenIn = new Int32Array(1 << 18);
  const ofBlock: number[] = [];
  const buffer = hashBuffer();
  const wordOf: string[] = [];
  for (const [d, document] of documents.entries()) {
    for (const [b, block] of BLOCKS.entries()) {
      const words = block.of === 'words' ? tokenize(document.full).filter(isWord) : [];
      if (block.of === 'words') hashWords(words, buffer);
      else hashBlock(document, b, buffer);
      for (let i = 0; i < buffer.length; i++) {
        const id = intern(index, buffer.hashes[i] ?? 0);
        if (id >= df.length) {
          df = doubled(df);
          seenIn = doubled(seenIn);
        }
        if (seenIn[id] === d + 1) continue;
        if (df[id] === 0) ofBlock[id] = b;
        if (block.of === 'words') wordOf[id] = words[i] ?? '';
        seenIn[id] = d + 1;
        df[id] = (df[id] ?? 0) + 1;
      }
    }
  }
  const kept: { hash: number; df: number }[] = [];
  const words: string[] = [];
  for (let slot = 0; slot < index.slots.length; slot += 2) {
    const id = (index.slots[slot + 1] ?? 0) - 1;
    const times = df[id] ?? 0;
    if (id < 0 || times < (BLOCKS[ofBlock[id] ?? 0]?.min_df ?? 1)) continue;
    kept.push({ hash: index.slots[slot] ?? 0, df: times });
    if (wordOf[id] !== undefined) words.push(wordOf[id]);
  }
  // Frequent features side by side: what most documents look up stays in the processor's cache.
  kept.sort((a, b) => b.df - a.df || a.hash - b.hash);
  const n = documents.length;
  return vocabulary(
    Uint32Array.from(kept, (k) => k.hash),
    Float32Array.from(kept, (k) => Math.log((1 + n) / (1 + k.df)) + 1),
    beginningsOf(words, WORD_SEED),
  );
}

function isWord(token: string): boolean {
  return token !== ' ' && token.length <= LONGEST_WORD;
}

export function vocabulary(hashes: Uint32Array, idf: Float32Array, beginnings: Beginnings): Vocabulary {
  const index = hashIndex(hashes.length);
  for (const hash of hashes) intern(index, hash);
  return { hashes, idf, beginnings, index };
}

export function scratch(size: number): Scratch {
  return {
    buffer: hashBuffer(),
    words: foundWords(),
    counts: new Uint16Array(size),
    ids: new Int32Array(1 << 14),
    values: new Float32Array(1 << 14),
  };
}

/** Writes a document's ids and values into the scratch; returns how many. (1 + ln tf) · idf, each block to its weight. */
export function vectorize(document: Prepared, { idf, index, beginnings }: Vocabulary, s: Scratch): number {
  let total = 0;
  for (let b = 0; b < BLOCKS.length; b++) {
    const block = BLOCKS[b];
    if (!block) break;
    const from = total;
    if (block.of === 'words') {
      matchWords(document.full, index, beginnings, WORD_SEED, s.words);
      total = count(s, s.words.ids, s.words.length, from);
    } else {
      hashBlock(document, b, s.buffer);
      const { hashes, length } = s.buffer;
      for (let i = 0; i < length; i++) hashes[i] = find(index, hashes[i] ?? 0);
      total = count(s, hashes, length, from);
    }
    weigh(s, from, total, idf, block.weight);
  }
  return total;
}

/** Counts the ids that are known (not -1) and lists each once from place `from` on; returns the end of the list. */
function count(s: Scratch, found: Int32Array, length: number, from: number): number {
  reserve(s, from + length);
  const { counts, ids } = s;
  let to = from;
  for (let i = 0; i < length; i++) {
    const id = found[i] ?? -1;
    if (id < 0) continue;
    const times = counts[id] ?? 0;
    if (times === 0) ids[to++] = id;
    counts[id] = times + 1;
  }
  return to;
}

/** Turns the counts of the ids from … to into values of the given length together, and clears them. */
function weigh(
  { counts, ids, values }: Scratch,
  from: number,
  to: number,
  idf: Float32Array,
  weight: number,
) {
  let squares = 0;
  for (let i = from; i < to; i++) {
    const id = ids[i] ?? 0;
    const times = counts[id] ?? 0;
    const value = (times === 1 ? 1 : 1 + Math.log(times)) * (idf[id] ?? 0);
    counts[id] = 0;
    values[i] = value;
    squares += value * value;
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) * scale;
}

/** All documents as a sparse matrix. */
export function toMatrix(documents: readonly Prepared[], words: Vocabulary): Matrix {
  const s = scratch(words.hashes.length);
  const start = new Int32Array(documents.length + 1);
  const ids: Int32Array[] = [];
  const values: Float32Array[] = [];
  for (const [d, document] of documents.entries()) {
    const n = vectorize(document, words, s);
    ids.push(s.ids.slice(0, n));
    values.push(s.values.slice(0, n));
    start[d + 1] = (start[d] ?? 0) + n;
  }
  const matrix = {
    start,
    ids: new Int32Array(start.at(-1) ?? 0),
    values: new Float32Array(start.at(-1) ?? 0),
  };
  for (let d = 0; d < documents.length; d++) {
    matrix.ids.set(ids[d] ?? [], start[d]);
    matrix.values.set(values[d] ?? [], start[d]);
  }
  return matrix;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}

function reserve(s: Scratch, length: number): void {
  if (s.ids.length >= length) return;
  const ids = new Int32Array(length * 2);
  const values = new Float32Array(length * 2);
  ids.set(s.ids);
  values.set(s.values);
  s.ids = ids;
  s.values = values;
}
