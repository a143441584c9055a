import { weightOf } from './background.ts';
import { hashOf } from './hash.ts';

/** Terms of a text as sorted 32-bit hashes without repeats, each with its weight. */
export interface Terms {
  hashes: Uint32Array;
  weights: Float32Array;
  /** Sum of the weights, and the root of the sum of their squares. */
  total: number;
  norm: number;
}

const RUN = /\p{Script=Han}+|[a-z0-9]+/gu;
const HAN_FROM = 0x2e80;

/**
 * Cuts a normalised text into terms: every two neighbouring characters, and every run of letters and digits whole
 * (941, c1). Names that no dictionary knows (云岗, 泉星) are found this way wherever they stand.
 */
export function cutTerms(normalized: string): string[] {
  const terms: string[] = [];
  for (const [run] of normalized.matchAll(RUN)) {
    if (run.charCodeAt(0) < HAN_FROM) terms.push(run);
    else for (let i = 0; i + 2 <= run.length; i++) terms.push(run.slice(i, i + 2));
  }
  return terms;
}

export function termHashes(normalized: string): Set<number> {
  return new Set(cutTerms(normalized).map((term) => hashOf(term)));
}

export function weigh(hashes: Iterable<number>): Terms {
  const sorted = Uint32Array.from(hashes).sort();
  const weights = Float32Array.from(sorted, weightOf);
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return { hashes: sorted, weights, total, norm: Math.sqrt(squares) };
}

/** What two term lists have in common. */
export interface Overlap {
  /** Sum of the shared weights. */
  shared: number;
  /** Cosine of the weights, and the shared part of the lighter list; both in [0, 1], 0 when a list is empty. */
  cosine: number;
  cover: number;
  /** The three largest shared weights, added. */
  rarest: number;
}

export function overlap(a: Terms, b: Terms): Overlap {
  let shared = 0;
  let squares = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i] ?? 0;
    const y = b.hashes[j] ?? 0;
    if (x === y) {
      const weight = a.weights[i] ?? 0;
      shared += weight;
      squares += weight * weight;
      if (weight > first) [first, second, third] = [weight, first, second];
      else if (weight > second) [second, third] = [weight, second];
      else if (weight > third) third = weight;
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const lighter = Math.min(a.total, b.total);
  return {
    shared,
    cosine: squares === 0 ? 0 : squares / (a.norm * b.norm),
    cover: lighter === 0 ? 0 : shared / lighter,
    rarest: first + second + third,
  };
}
