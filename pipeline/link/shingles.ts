import { weightOf } from './background.ts';
import { hashOf } from './hash.ts';

/** Three neighbouring letters: shorter ones are shared by chance, longer ones break at every small edit. */
export const SHINGLE = 3;

/** The shingles of a text. */
export interface Shingles {
  /** In the order of the text: shingle i starts at letter i. */
  running: Uint32Array;
  /** Sorted, without repeats. */
  sorted: Uint32Array;
  /** Weight of letters i and i+1 as a term. */
  flow: Float32Array;
}

export function shinglesOf(letters: string): Shingles {
  const running = new Uint32Array(Math.max(0, letters.length - SHINGLE + 1));
  const flow = new Float32Array(running.length);
  for (let i = 0; i < running.length; i++) {
    running[i] = hashOf(letters, i, i + SHINGLE);
    flow[i] = weightOf(hashOf(letters, i, i + 2));
  }
  return { running, sorted: Uint32Array.from(new Set(running)).sort(), flow };
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

/** A stretch of one text whose shingles all stand in the other. */
export interface Passage {
  /** First letter and number of letters; 0 letters when nothing is shared. */
  start: number;
  length: number;
  weight: number;
}

/** The longest and the weightiest passage of `of` that also stands in `other`. */
export function sharedPassages(of: Shingles, other: Shingles): { longest: Passage; weightiest: Passage } {
  const longest: Passage = { start: 0, length: 0, weight: 0 };
  const weightiest: Passage = { start: 0, length: 0, weight: 0 };
  let start = 0;
  let weight = 0;
  for (let i = 0; i < of.running.length; i++) {
    if (!includes(other.sorted, of.running[i] ?? 0)) {
      start = i + 1;
      weight = 0;
      continue;
    }
    weight += of.flow[i] ?? 0;
    const length = i - start + SHINGLE;
    if (length > longest.length) Object.assign(longest, { start, length, weight });
    if (weight > weightiest.weight) Object.assign(weightiest, { start, length, weight });
  }
  return { longest, weightiest };
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
