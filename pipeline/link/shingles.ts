import { weightOf } from './background.ts';
import { hashOf } from './hash.ts';

/** Three neighbouring letters: shorter ones are shared by chance, longer ones break at every small edit. */
export const SHINGLE = 3;

/** The shingles of a text. */
export interface Shingles {
  /** Number of letters of the text. */
  letters: number;
  /** Shingles, sorted, without repeats. */
  sorted: Uint32Array;
  /** Hash and weight of letters i and i+1 together, in the order of the text (what repeats weighs 0); the hashes sorted. */
  couples: Uint32Array;
  weights: Float32Array;
  sortedCouples: Uint32Array;
}

export function shinglesOf(letters: string): Shingles {
  const couples = hashes(letters, 2);
  const seen = new Set<number>();
  const weights = Float32Array.from(couples, (couple) => {
    const weight = seen.has(couple) ? 0 : weightOf(couple);
    seen.add(couple);
    return weight;
  });
  return {
    letters: letters.length,
    sorted: unique(hashes(letters, SHINGLE)),
    couples,
    weights,
    sortedCouples: unique(couples),
  };
}

function hashes(letters: string, size: number): Uint32Array {
  const found = new Uint32Array(Math.max(0, letters.length - size + 1));
  for (let i = 0; i < found.length; i++) found[i] = hashOf(letters, i, i + size);
  return found;
}

function unique(values: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set(values)).sort();
}

/** How many shingles two sorted lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) count++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}

/** A stretch of one text whose neighbouring letters all stand together in the other. */
export interface Passage {
  /** First letter and number of letters. */
  start: number;
  length: number;
  weight: number;
}

/** Passages lighter than this are shared by chance. */
const LEAST_WEIGHT = 5;

/** The passages of `of` that also stand in `other`, weightiest first. */
export function sharedPassages(of: Shingles, other: Shingles): Passage[] {
  const passages: Passage[] = [];
  let open: Passage | null = null;
  for (let i = 0; i <= of.couples.length; i++) {
    const couple = of.couples[i];
    if (couple !== undefined && includes(other.sortedCouples, couple)) {
      open ??= { start: i, length: 1, weight: 0 };
      open.length += 1;
      open.weight += of.weights[i] ?? 0;
    } else if (open) {
      if (open.weight >= LEAST_WEIGHT) passages.push(open);
      open = null;
    }
  }
  return passages.sort((p, q) => q.weight - p.weight || p.start - q.start);
}

function includes(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
