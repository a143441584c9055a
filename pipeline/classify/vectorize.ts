import type { Tokenizer } from '../text/tokenize.ts';
import {
  BLOCKS,
  type HashBuffer,
  hashBlock,
  hashBuffer,
  hashWords,
  matchWords,
  type Prepared,
} from './features.ts';
import { find, type HashIndex, hashIndex, intern } from './hash-index.ts';

/** The features a model knows, by id; ids run in ascending order of hash. */
export interface Vocabulary {
  /** Hash of each id. */
  hashes: Uint32Array;
  idf: Float32Array;
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
  counts: Float32Array;
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
  for (const [d, document] of documents.entries()) {
    for (const [b, block] of BLOCKS.entries()) {
      if (block.of === 'words') hashWords(tokenize(document.full), buffer);
      else hashBlock(document, b, buffer);
      for (let i = 0; i < buffer.length; i++) {
        const id = intern(index, buffer.hashes[i] ?? 0);
        if (id >= df.length) {
          df = doubled(df);
          seenIn = doubled(seenIn);
        }
        if (seenIn[id] === d + 1) continue;
        if (df[id] === 0) ofBlock[id] = b;
        seenIn[id] = d + 1;
        df[id] = (df[id] ?? 0) + 1;
      }
    }
  }
  const kept: { hash: number; df: number }[] = [];
  for (let at = 0; at < index.keys.length; at++) {
    const id = (index.slots[at] ?? 0) - 1;
    if (id < 0) continue;
    const times = df[id] ?? 0;
    if (times >= (BLOCKS[ofBlock[id] ?? 0]?.min_df ?? 1)) kept.push({ hash: index.keys[at] ?? 0, df: times });
  }
  kept.sort((a, b) => a.hash - b.hash);
  const n = documents.length;
  return vocabulary(
    Uint32Array.from(kept, (k) => k.hash),
    Float32Array.from(kept, (k) => Math.log((1 + n) / (1 + k.df)) + 1),
  );
}

export function vocabulary(hashes: Uint32Array, idf: Float32Array): Vocabulary {
  const index = hashIndex(hashes.length);
  for (const hash of hashes) intern(index, hash);
  return { hashes, idf, index };
}

export function scratch(size: number): Scratch {
  return {
    buffer: hashBuffer(),
    counts: new Float32Array(size),
    ids: new Int32Array(1 << 14),
    values: new Float32Array(1 << 14),
  };
}

/** Writes a document's ids and values into the scratch; returns how many. (1 + ln tf) · idf, each block to its weight. */
export function vectorize(document: Prepared, { idf, index }: Vocabulary, s: Scratch): number {
  let total = 0;
  for (const [b, block] of BLOCKS.entries()) {
    hashBlock(document, b, s.buffer);
    const room = total + (block.of === 'words' ? document.full.length : s.buffer.length);
    if (s.ids.length < room) enlarge(s, room);
    const { hashes, length } = s.buffer;
    const { counts, ids, values } = s;
    const from = total;
    const count = (id: number) => {
      const times = counts[id] ?? 0;
      if (times === 0) ids[total++] = id;
      counts[id] = times + 1;
    };
    if (block.of === 'words') matchWords(document.full, (hash) => find(index, hash), count);
    for (let i = 0; i < length; i++) {
      const id = find(index, hashes[i] ?? 0);
      if (id >= 0) count(id);
    }
    let squares = 0;
    for (let i = from; i < total; i++) {
      const id = ids[i] ?? 0;
      const times = counts[id] ?? 0;
      const value = (times === 1 ? 1 : 1 + Math.log(times)) * (idf[id] ?? 0);
      counts[id] = 0;
      values[i] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? block.weight / Math.sqrt(squares) : 0;
    for (let i = from; i < total; i++) values[i] = (values[i] ?? 0) * scale;
  }
  return total;
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

function enlarge(s: Scratch, length: number): void {
  const ids = new Int32Array(length * 2);
  const values = new Float32Array(length * 2);
  ids.set(s.ids);
  values.set(s.values);
  s.ids = ids;
  s.values = values;
}
