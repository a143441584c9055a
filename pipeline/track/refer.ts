import type { Proposal } from '../rows.ts';
import { titleKey } from '../text/normalize.ts';
import type { Reference } from './registry.ts';

type Known = Pick<Proposal, 'proposal_id' | 'title' | 'year'>;

/**
 * Finds recorded proposals again in the present data. Ids are made from numbers and change when a ledger is
 * renumbered or a second level of government joins the run; then the title tells, where one proposal of that year has
 * it. Returns the present id, or the recorded one when the proposal is not in the data.
 */
export function referTo(proposals: readonly Known[]): (recorded: Reference) => string {
  const titles = new Map(proposals.map((p) => [p.proposal_id, titleKey(p.title)]));
  const byTitle = new Map<string, string | null>();
  for (const p of proposals) {
    const key = `${p.year} ${titleKey(p.title)}`;
    byTitle.set(key, byTitle.has(key) ? null : p.proposal_id);
  }
  return ({ proposal_id, title }) => {
    const key = titleKey(title);
    if (key === '' || titles.get(proposal_id) === key) return proposal_id;
    return byTitle.get(`${yearOf(proposal_id)} ${key}`) ?? proposal_id;
  };
}

/** The year that an id tells; null for an id with none. */
function yearOf(proposal_id: string): string | null {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(proposal_id)?.[0] ?? null;
}
