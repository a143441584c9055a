import type { Proposal } from '../rows.ts';
import { normalize, titleKey } from '../text/normalize.ts';
import type { Review } from './columns.ts';

/** Characters of a text that are compared. */
const COMPARED = 300;

/**
 * The proposal_id of each decision, null where there is none. A decision made in the 分办台 before the proposal stood in
 * a ledger is found by its title; where several have that title, by the beginning of its text as well.
 */
export function matchReviews(
  reviews: readonly Review[],
  proposals: readonly Pick<Proposal, 'proposal_id' | 'title' | 'text'>[],
): (string | null)[] {
  const ids = new Set(proposals.map((p) => p.proposal_id));
  const byTitle = new Map<string, (typeof proposals)[number][]>();
  const wanted = new Set(reviews.filter((r) => !ids.has(r.proposal_id)).map((r) => titleKey(r.title)));
  for (const proposal of wanted.size > 0 ? proposals : []) {
    const key = titleKey(proposal.title);
    if (wanted.has(key)) byTitle.set(key, [...(byTitle.get(key) ?? []), proposal]);
  }
  return reviews.map(({ proposal_id, title, text }) => {
    if (ids.has(proposal_id)) return proposal_id;
    const key = titleKey(title);
    const found = key === '' ? [] : (byTitle.get(key) ?? []);
    const alike = found.length > 1 ? found.filter((p) => beginning(p.text ?? '') === beginning(text)) : found;
    return alike.length === 1 ? (alike[0]?.proposal_id ?? null) : null;
  });
}

function beginning(text: string): string {
  return normalize(text.slice(0, 2 * COMPARED))
    .replaceAll(' ', '')
    .slice(0, COMPARED);
}
