import type { DuckDBConnection } from '@duckdb/node-api';
import type { Relation } from '../rows.ts';
import { candidateFinder } from './candidates.ts';
import { relate } from './relate.ts';
import { readIndex } from './store-index.ts';
import { type Document, keysOf, traitsOf } from './traits.ts';

/** An earlier proposal that resembles the new one. */
export interface Similar {
  proposal_id: string;
  relation: Relation;
  /** Probability in [0, 1] that it is a copy, a fragment or the same matter. */
  score: number;
  /** Canonical outcome of its first answer, null when there is none. */
  outcome: string | null;
}

/** Earlier proposals that resemble one: best first, at most as many as `MOST`. */
export type FindSimilar = (proposal: { title: string; text: string | null }) => Promise<Similar[]>;

const MOST = 10;
/** Fewer than the batch judges: a person reads these, and each one's text is fetched. */
const JUDGED = 12;
/** Kin are shown, marked as such, only when they come this close. */
const KIN_FROM = 0.2;

/**
 * Look-ups in the database of the run at `place`. Its inverted index is held in memory (about 4 bytes for each rare word
 * of each proposal); only the texts of the candidates are read from the file. Returns copies, fragments and the same
 * matter, then close kin; pairs that are nothing are left out. Throws InputError when the run has no index.
 */
export async function similarFinder(connection: DuckDBConnection, place: string): Promise<FindSimilar> {
  const { postings, ids } = await readIndex(connection, place);
  const candidates = candidateFinder(postings);
  return async ({ title, text }) => {
    const own = traitsOf({ id: '', title, text });
    const near = candidates(keysOf(own)).slice(0, JUDGED);
    const earlier = await fetchProposals(
      connection,
      near.map(({ document }) => ids[document] ?? ''),
    );
    return earlier
      .map((proposal) => ({ proposal, ...relate(own, traitsOf(proposal)) }))
      .filter(({ relation, score }) => relation !== 'diff' && (relation !== 'kin' || score >= KIN_FROM))
      .sort((p, q) => q.score - p.score || (p.proposal.id < q.proposal.id ? -1 : 1))
      .slice(0, MOST)
      .map(({ proposal, relation, score }) => ({
        proposal_id: proposal.id,
        relation,
        score: Math.round(score * 1000) / 1000,
        outcome: proposal.outcome,
      }));
  };
}

async function fetchProposals(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<(Document & { outcome: string | null })[]> {
  if (ids.length === 0) return [];
  const places = ids.map((_, i) => `$${i + 1}`).join(', ');
  const reader = await connection.runAndReadAll(
    `select p.proposal_id, p.title, p.text, m.outcome
     from raw.proposals p left join mart.proposals m using (proposal_id)
     where p.proposal_id in (${places}) and m.proposal_id in (${places})`,
    [...ids],
  );
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return reader.getRows().map(([id, title, body, outcome]) => ({
    id: String(id),
    title: String(title),
    text: text(body),
    outcome: text(outcome),
  }));
}
