import type { Proposal } from '../rows.ts';
import { titleKey } from '../text/normalize.ts';
import type { Reference } from './registry.ts';

type Known = Pick<Proposal, 'proposal_id' | 'title' | 'year'>;

/**
 * Finds recorded proposals again in the present data. Ids are made from numbers and change when a ledger is
 * renumbered or a second level of government joins the run; then the title tells, where one proposal of that year has
 * it. Returns the present id; the recorded one when the proposal is not in the data; null when that id now belongs to
 * another proposal.
 */
export function referTo(proposals: readonly Known[]): (recorded: Reference) => string | null {
  const titles = new Map(proposals.map((p) => [p.proposal_id, titleKey(p.title)]));
  const byTitle = new Map<string, string | null>();
  for (const p of proposals) {
    const key = `${p.year} ${titleKey(p.title)}`;
    byTitle.set(key, byTitle.has(key) ? null : p.proposal_id);
  }
  return ({ proposal_id, title }) => {
    const [key, present] = [titleKey(title), titles.get(proposal_id)];
    if (key === '' || present === key) return proposal_id;
    const moved = byTitle.get(`${yearOf(proposal_id)} ${key}`);
    if (moved) return moved;
    return present === undefined || isCorrected(key, present) ? proposal_id : null;
  };
}

/** The year that an id tells; null for an id with none. */
function yearOf(proposal_id: string): string | null {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(proposal_id)?.[0] ?? null;
}

/** Whether a title is another one with corrections: at least half of its pairs of characters are the same (Dice). */
function isCorrected(before: string, after: string): boolean {
  const pairs = (text: string) => new Set(Array.from(text.slice(1), (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairs(before), pairs(after)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return 4 * shared >= a.size + b.size;
}
