import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { explainSystemError, InputError } from '../errors.ts';
import type { Similar } from '../tag.ts';
import { candidateFinder } from './candidates.ts';
import { relate } from './relate.ts';
import { readIndex } from './store-index.ts';
import { type Document, keysOf, traitsOf } from './traits.ts';

/** Earlier proposals that resemble one: best first, at most as many as `MOST`. */
export type FindSimilar = (proposal: { title: string; text: string | null }) => Promise<Similar[]>;

const MOST = 10;
/** Fewer than the batch judges: a person reads these, and each one's text is fetched. */
const JUDGED = 12;
/** Kin are shown, marked as such, only when they come this close. */
const KIN_FROM = 0.2;

/**
 * Opens a run's analysis.duckdb for look-ups. Its inverted index is held in memory (about 4 bytes for each rare word of
 * each proposal); only the texts of the candidates are read from the file. Returns copies, fragments and the same matter, then
 * close kin; pairs that are nothing are left out. Throws InputError when the file is no run or has no index.
 */
export async function openSimilar(database: string): Promise<FindSimilar> {
  const connection = await connect(database);
  const { postings, ids } = await readIndex(connection, database);
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
        score,
        outcome: proposal.outcome,
      }));
  };
}

async function connect(database: string): Promise<DuckDBConnection> {
  if (!existsSync(database)) {
    throw new InputError(database, '文件不存在', '请给出 jianyan run 结果文件夹里的 analysis.duckdb');
  }
  try {
    const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
    return await instance.connect();
  } catch (error) {
    const known = explainSystemError(error, database);
    if (known !== error) throw known;
    throw new InputError(
      database,
      '不是建言的数据库，或正被其他程序占用',
      '请关闭其他程序后重试，或重新运行 jianyan run',
    );
  }
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
