import type { Relation } from '../rows.ts';
import { compare, FEATURES } from './compare.ts';
import { relationModel } from './relation-model.ts';
import type { Traits } from './traits.ts';

export interface Verdict {
  relation: Relation;
  /** Probability in [0, 1] that the pair is copy, fragment or same. */
  score: number;
}

/** From this probability on, a pair is taken for one matter. */
const SAME_FROM = 0.5;
/** A copy shares this part of the shingles of both texts. */
const COPY_FROM = 0.7;
/** A fragment shares this part of the shorter text's. */
const FRAGMENT_FROM = 0.55;

const SHORT = FEATURES.indexOf('containShort');
const LONG = FEATURES.indexOf('containLong');

/**
 * How two documents stand to each other; relate(a, b) equals relate(b, a). The same text is always a copy, and a
 * document without a letter is related to none.
 */
export function relate(a: Traits, b: Traits): Verdict {
  if (a.identity === 0 || b.identity === 0) return { relation: 'diff', score: 0 };
  if (a.identity === b.identity) return { relation: 'copy', score: 1 };
  const features = compare(a, b);
  const { merge, kin } = relationModel();
  const score = merge(features);
  if (score < SAME_FROM) return { relation: kin(features) >= 0.5 ? 'kin' : 'diff', score };
  if ((features[LONG] ?? 0) >= COPY_FROM) return { relation: 'copy', score };
  return { relation: (features[SHORT] ?? 0) >= FRAGMENT_FROM ? 'fragment' : 'same', score };
}
