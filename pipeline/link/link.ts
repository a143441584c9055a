import type { Progress } from '../progress.ts';
import type { Link, Proposal } from '../rows.ts';
import { type DocumentIndex, indexDocuments } from './index-documents.ts';
import { judge } from './judge.ts';

export interface Linked {
  /** By a and b in code-unit order; pairs that turned out to be nothing (diff) are left out. */
  links: Link[];
  /** For finding what resembles a new proposal (store-index.ts). */
  index: DocumentIndex;
}

/** How the proposals of a run stand to each other: copies, fragments, the same matter, and kin. */
export function link(proposals: readonly Proposal[], progress: Progress): Linked {
  const documents = proposals.map(({ proposal_id, title, text }) => ({ id: proposal_id, title, text }));
  const index = indexDocuments(documents, progress);
  const links: Link[] = [];
  for (const found of judge(index, progress)) if (found.relation !== 'diff') links.push(found);
  return { links, index };
}
