import { find } from '../classify/hash-index.ts';
import { weightOf } from './background.ts';
import type { Postings } from './postings.ts';

/** A term that stands in more documents of the batch than this points to none of them: it costs and tells nothing. */
const LONGEST_LIST = 400;
/** Candidates that each document brings, and the shared weight that one needs: a term and a half that is rare. */
const MOST = 24;
const LEAST_SHARED = 10;

export interface Candidate {
  document: number;
  shared: number;
}

/** Finds the documents that share the most weight with some keys, best first; made once, used for many look-ups. */
export type CandidateFinder = (keys: Uint32Array, besides?: number) => Candidate[];

export function candidateFinder(postings: Postings): CandidateFinder {
  const shared = new Float32Array(postings.size);
  const touched = new Uint32Array(postings.size);
  return (keys, besides = -1) => {
    let count = 0;
    for (const hash of keys) {
      const term = find(postings.terms, hash);
      if (term < 0) continue;
      const from = postings.starts[term] ?? 0;
      const to = postings.starts[term + 1] ?? 0;
      if (to - from > LONGEST_LIST) continue;
      const weight = weightOf(hash);
      for (let at = from; at < to; at++) {
        const document = postings.documents[at] ?? 0;
        if (shared[document] === 0) touched[count++] = document;
        shared[document] = (shared[document] ?? 0) + weight;
      }
    }
    const found = best(shared, touched.subarray(0, count), besides);
    for (let i = 0; i < count; i++) shared[touched[i] ?? 0] = 0;
    return found;
  };
}

/** The MOST heaviest; of equally heavy ones the first, so that the result does not depend on the order of the keys. */
function best(shared: Float32Array, touched: Uint32Array, besides: number): Candidate[] {
  const found: Candidate[] = [];
  for (const document of touched) {
    const weight = shared[document] ?? 0;
    if (document === besides || weight < LEAST_SHARED) continue;
    const last = found.at(-1);
    if (found.length === MOST && last && !isBefore(weight, document, last)) continue;
    let at = found.length;
    while (at > 0 && isBefore(weight, document, found[at - 1])) at--;
    found.splice(at, 0, { document, shared: weight });
    if (found.length > MOST) found.pop();
  }
  return found;
}

function isBefore(weight: number, document: number, other: Candidate | undefined): boolean {
  return other !== undefined && (weight === other.shared ? document < other.document : weight > other.shared);
}
