import type { DuckDBConnection } from '@duckdb/node-api';
import { explainSystemError, InputError } from '../errors.ts';
import type { Relation } from '../rows.ts';
import type { Handled } from './learn-departments.ts';

/** An earlier case that resembles the new one, as pipeline/link finds it. */
export interface SimilarCase {
  proposal_id: string;
  relation: Relation;
  /** Probability in [0, 1] that it is a copy, a fragment or the same matter. */
  score: number;
}

/** Who handled an earlier case, and who sent it back. */
export interface PastCase extends SimilarCase {
  leads: string[];
  co: string[];
  returned: string[];
}

/** Who handled what in a run. */
export interface History {
  /** The latest handled cases, to learn from. */
  handled: Handled[];
  /** Fills in who handled the similar cases; one that the run does not hold has no handlers. */
  lookUp(similar: readonly SimilarCase[]): Promise<PastCase[]>;
}

/** More cases change little and cost time at every start. */
const LEARNED = 20_000;

/** The history in the database of the run at `place`. Throws InputError when it is not of ours. */
export async function readHistory(connection: DuckDBConnection, place: string): Promise<History> {
  const handled = await read(
    connection,
    `select p.title, h.department
     from raw.handlings h join raw.proposals p using (proposal_id)
     where h.role <> 'co' and h.department is not null
     order by p.year desc nulls last, p.proposal_id, h.department limit ${LEARNED}`,
    place,
  );
  return {
    handled: handled.map(([title, department]) => ({ title: String(title), department: String(department) })),
    lookUp: (similar) => lookUp(connection, similar, place),
  };
}

async function lookUp(
  connection: DuckDBConnection,
  similar: readonly SimilarCase[],
  file: string,
): Promise<PastCase[]> {
  if (similar.length === 0) return [];
  const ids = similar.map(({ proposal_id }) => `'${proposal_id.replaceAll("'", "''")}'`).join(', ');
  const rows = await read(
    connection,
    `select proposal_id, department, if(role = 'co', 'co', 'lead') from raw.handlings
     where proposal_id in (${ids}) and department is not null
     union all
     select proposal_id, department, 'returned' from raw.handling_events
     where proposal_id in (${ids}) and department is not null and kind = 'returned'
     order by all`,
    file,
  );
  return similar.map((one) => {
    const of = (part: string) => [
      ...new Set(
        rows.flatMap(([id, department, kind]) =>
          id === one.proposal_id && kind === part ? String(department) : [],
        ),
      ),
    ];
    return { ...one, leads: of('lead'), co: of('co'), returned: of('returned') };
  });
}

async function read(connection: DuckDBConnection, sql: string, file: string): Promise<unknown[][]> {
  try {
    return (await connection.runAndReadAll(sql)).getRows();
  } catch (error) {
    throw badHistory(file, error);
  }
}

function badHistory(file: string, error: unknown): unknown {
  const explained = explainSystemError(error, file);
  if (explained instanceof InputError || !(error instanceof Error)) return explained;
  return new InputError(
    file,
    '不是建言一次运行的数据库，或版本不同',
    '请给出 jianyan run 结果文件夹里的 analysis.duckdb，或重新运行一次',
  );
}
