import { find, type HashIndex, hashIndex, intern } from '../classify/hash-index.ts';

/** An inverted index: which documents hold a rare term. Documents are numbers from 0. */
export interface Postings {
  terms: HashIndex;
  /** The documents of term t: `documents` from starts[t] to starts[t + 1]. */
  starts: Uint32Array;
  documents: Uint32Array;
  size: number;
}

/** Builds the index in two passes over the documents' keys, so that nothing but the result is held. */
export function buildPostings(keys: readonly Uint32Array[]): Postings {
  const terms = hashIndex(1 << 16);
  let counts = new Uint32Array(1 << 16);
  for (const own of keys) {
    for (const hash of own) {
      const term = intern(terms, hash);
      if (term >= counts.length) counts = grown(counts);
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(terms.size + 1);
  for (let term = 0; term < terms.size; term++) starts[term + 1] = (starts[term] ?? 0) + (counts[term] ?? 0);
  const documents = new Uint32Array(starts[terms.size] ?? 0);
  const next = starts.slice();
  for (const [document, own] of keys.entries()) {
    for (const hash of own) {
      const term = find(terms, hash);
      documents[next[term] ?? 0] = document;
      next[term] = (next[term] ?? 0) + 1;
    }
  }
  return { terms, starts, documents, size: keys.length };
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
