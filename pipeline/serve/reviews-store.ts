import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appendReview } from '../review/append-review.ts';
import type { Review } from '../review/columns.ts';
import { readReviews } from '../review/read-reviews.ts';

/** The workspace's reviews.csv as the service sees it. */
export interface ReviewStore {
  /** The last decision about each proposal, by id; read again when the file has changed, whoever changed it. */
  latest(): ReadonlyMap<string, Review>;
  append(review: Review): Promise<void>;
}

export function openReviews(workspace: string): ReviewStore {
  const file = join(workspace, 'reviews.csv');
  let known = { stamp: '', latest: new Map<string, Review>() };
  return {
    latest: () => {
      const stamp = existsSync(file) ? `${statSync(file).mtimeMs} ${statSync(file).size}` : '';
      if (stamp !== known.stamp)
        known = { stamp, latest: new Map(readReviews(file).reviews.map((r) => [r.proposal_id, r])) };
      return known.latest;
    },
    append: (review) => appendReview(file, review),
  };
}
