import type { Prepared } from './features.ts';
import { scratch, type Vocabulary, vectorize } from './vectorize.ts';

/** Labelled examples that can be asked for the nearest to a document. */
export type Nearest = (document: Prepared, except?: number) => { index: number; similarity: number }[];

const SHOWN = 3;

/**
 * The three examples nearest to a document by cosine of their features, nearest first, similarity in (0, 1]; `except` is
 * left out. An inverted index: only examples that share a feature are looked at.
 */
export function nearestAmong(examples: readonly Prepared[], vocabulary: Vocabulary): Nearest {
  const s = scratch(vocabulary.hashes.length);
  const postings = new Map<number, { index: number; value: number }[]>();
  for (const [index, example] of examples.entries()) {
    const n = vectorize(example, vocabulary, s);
    const norm = length(s.values, n);
    for (let i = 0; i < n; i++) {
      const id = s.ids[i] ?? 0;
      const list = postings.get(id) ?? [];
      list.push({ index, value: (s.values[i] ?? 0) / norm });
      postings.set(id, list);
    }
  }
  const sums = new Float64Array(examples.length);
  return (document, except = -1) => {
    sums.fill(0);
    const n = vectorize(document, vocabulary, s);
    const norm = length(s.values, n);
    for (let i = 0; i < n; i++) {
      const value = (s.values[i] ?? 0) / norm;
      for (const posting of postings.get(s.ids[i] ?? 0) ?? []) {
        sums[posting.index] = (sums[posting.index] ?? 0) + value * posting.value;
      }
    }
    return Array.from(sums, (similarity, index) => ({ index, similarity }))
      .filter(({ index, similarity }) => similarity > 0 && index !== except)
      .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
      .slice(0, SHOWN);
  };
}

function length(values: Float32Array, n: number): number {
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}
