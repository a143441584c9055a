import type { Progress } from '../progress.ts';
import type { Link, Proposal } from '../rows.ts';
import { judge } from './judge.ts';

/**
 * How the proposals of a run stand to each other: copies, fragments, the same matter, and kin; pairs that turned out
 * to be nothing (diff) are left out. By a and b in code-unit order.
 */
export function link(proposals: readonly Proposal[], progress: Progress): Link[] {
  const documents = proposals.map(({ proposal_id, title, text }) => ({ id: proposal_id, title, text }));
  const links: Link[] = [];
  for (const found of judge(documents, progress)) if (found.relation !== 'diff') links.push(found);
  return links;
}
