import type { Review } from '../../pipeline/review/columns.ts';
import { makeReview } from '../../pipeline/review/read-reviews.ts';

/** A decision with the given cells, the others as an office would fill them. */
export function review(cells: Partial<Review>): Review {
  return {
    ...makeReview(() => ''),
    decided_at: '2026-11-25 09:30:00',
    reviewer: '王科员',
    proposal_id: '政协-2024-1',
    title: '关于修缮大堤的提案',
    decision: '采纳',
    ...cells,
  };
}
