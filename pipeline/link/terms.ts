import { weightOf } from './background.ts';
import { hashOf, sortedUnique } from './hash.ts';

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

/** Characters of grammar: two letters with one of them name nothing, however rare they stand together. */
const GRAMMAR = new Set(
  '的了在与及对将由从至到把为是等或于各我你该此每这那之不也都还就要会被让给它他她们着过已没只很最更再又',
);

/** Whether the letters i and i+1 can be a part of a word or name. */
export function isTelling(text: string, i: number): boolean {
  return !GRAMMAR.has(text[i] ?? '') && !GRAMMAR.has(text[i + 1] ?? '');
}

/**
 * Cuts a normalised text into terms: every two neighbouring characters but those of grammar, and every run of letters
 * and digits whole (941, c1). Names that no dictionary knows (云岗, 泉星) are found this way wherever they stand.
 */
export function cutTerms(normalized: string): string[] {
  const terms: string[] = [];
  for (const [run] of normalized.matchAll(RUN)) {
    if (run.charCodeAt(0) < HAN_FROM) terms.push(run);
    else for (let i = 0; i + 2 <= run.length; i++) if (isTelling(run, i)) terms.push(run.slice(i, i + 2));
  }
  return terms;
}

/** The hashes of the terms of a normalised text, sorted, each once. */
export function termHashes(normalized: string): Uint32Array {
  return sortedUnique(Uint32Array.from(cutTerms(normalized), (term) => hashOf(term)));
}

export function weigh(hashes: Uint32Array): Terms {
  const weights = new Float32Array(hashes.length);
  let total = 0;
  let squares = 0;
  for (let i = 0; i < hashes.length; i++) {
    const weight = weightOf(hashes[i] ?? 0);
    weights[i] = weight;
    total += weight;
    squares += weight * weight;
  }
  return { hashes, weights, total, norm: Math.sqrt(squares) };
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
      if (weight > third) {
        third = Math.min(weight, second);
        if (weight > second) second = Math.min(weight, first);
        if (weight > first) first = weight;
      }
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
