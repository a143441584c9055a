import { weightOf } from './background.ts';
import { hashOf, sortedUnique } from './hash.ts';

/** Three neighbouring letters: shorter ones are shared by chance, longer ones break at every small edit. */
const SHINGLE = 3;

const PER_WEIGHT = 24;

/** The shingles of a text. */
export interface Shingles {
  /** Number of letters of the text. */
  letters: number;
  /** Shingles, sorted, without repeats. */
  sorted: Uint32Array;
  /**
   * Hash and weight of letters i and i+1 together, in the order of the text (0 for what repeats
   * or tells nothing, in units of 1 / PER_WEIGHT to save memory); and the hashes sorted. */
  couples: Uint32Array;
  weights: Uint8Array;
  sortedCouples: Uint32Array;
}

/** `telling` are the sorted hashes of the terms that tell documents apart; a passage of others weighs nothing. */
export function shinglesOf(letters: string, telling: Uint32Array): Shingles {
  const couples = hashes(letters, 2);
  const sortedCouples = sortedUnique(couples);
  return {
    letters: letters.length,
    sorted: sortedUnique(hashes(letters, SHINGLE)),
    couples,
    weights: firstWeights(couples, memberTest(telling)),
    sortedCouples,
  };
}

function hashes(letters: string, size: number): Uint32Array {
  const found = new Uint32Array(Math.max(0, letters.length - size + 1));
  for (let i = 0; i < found.length; i++) found[i] = hashOf(letters, i, i + size);
  return found;
}

function firstWeights(couples: Uint32Array, isTelling: (hash: number) => boolean): Uint8Array {
  const weights = new Uint8Array(couples.length);
  const seen = new Set<number>();
  for (let i = 0; i < couples.length; i++) {
    const couple = couples[i] ?? 0;
    if (seen.has(couple) || !isTelling(couple)) continue;
    seen.add(couple);
    weights[i] = Math.round(weightOf(couple) * PER_WEIGHT);
  }
  return weights;
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
  const has = memberTest(other.sortedCouples);
  let open: Passage | null = null;
  for (let i = 0; i <= of.couples.length; i++) {
    const couple = of.couples[i];
    if (couple !== undefined && has(couple)) {
      open ??= { start: i, length: 1, weight: 0 };
      open.length += 1;
      open.weight += (of.weights[i] ?? 0) / PER_WEIGHT;
    } else if (open) {
      if (open.weight >= LEAST_WEIGHT) passages.push(open);
      open = null;
    }
  }
  return passages.sort((p, q) => q.weight - p.weight || p.start - q.start);
}

/** Scratch for memberTest: a slot counts only when it bears the stamp of the present set, so that nothing is cleared. */
let keys = new Uint32Array(1 << 12);
let stamps = new Uint32Array(1 << 12);
let stamp = 0;

/** Whether a value is one of `values`; good until the next call. Several times faster than a search for each. */
function memberTest(values: Uint32Array): (value: number) => boolean {
  if (values.length * 4 > keys.length) {
    keys = new Uint32Array(2 ** Math.ceil(Math.log2(values.length * 4)));
    stamps = new Uint32Array(keys.length);
    stamp = 0;
  }
  stamp = stamp === 0xffffffff ? 1 : stamp + 1;
  const mask = keys.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    let at = value & mask;
    while (stamps[at] === stamp) at = (at + 1) & mask;
    stamps[at] = stamp;
    keys[at] = value;
  }
  return (value) => {
    let at = value & mask;
    while (stamps[at] === stamp) {
      if (keys[at] === value) return true;
      at = (at + 1) & mask;
    }
    return false;
  };
}
