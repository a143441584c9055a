import type { DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { openRun } from '../store/open-run.ts';
import { Refusal } from './refusal.ts';
import { handling, proposalCase, searchHit } from './schemas.ts';

/** A proposal of the run about which the machine asked for a person. */
const flagged = z.object({
  proposal_id: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  year: z.int().nullable(),
  number: z.string().nullable(),
  proposer: z.string().nullable(),
  handled_by: z.string().nullable(),
  topic: z.string(),
  topic_name: z.string(),
  topic_score: z.number(),
  lead: z.string().nullable(),
  lead_score: z.number().nullable(),
});
export type Flagged = z.infer<typeof flagged>;

/** The run's database, opened read-only. */
export interface History {
  proposals: number;
  as_of: string | null;
  search(q: string): Promise<z.infer<typeof searchHits>>;
  /** In the order of `ids`; those that the run does not have are left out. */
  cases(ids: readonly string[]): Promise<z.infer<typeof proposalCase>[]>;
  /** The least certain first, without their texts. */
  flagged(): Promise<Flagged[]>;
  find(id: string): Promise<Flagged | null>;
  /** Waits for what is being asked: a database that is closed under a query takes the process with it. */
  close(): Promise<void>;
}

const searchHits = z.array(searchHit.extend({ total: z.int() }));
const SHOWN = 50;

export async function openHistory(run: string): Promise<History> {
  const { database, close } = await openRun(run);
  const asked = new Set<Promise<unknown>>();
  let isClosed = false;
  const query = async <T>(rows: z.ZodType<T>, sql: string, values: DuckDBValue[] = []): Promise<T> => {
    if (isClosed) throw new Refusal(503, '分办台正在关闭');
    const answer = ask(database, sql, values);
    asked.add(answer);
    try {
      return rows.parse(await answer);
    } finally {
      asked.delete(answer);
    }
  };
  const [{ proposals, as_of }] = await query(facts, FACTS).catch(() => {
    close();
    throw new InputError(run, '是其他版本的建言生成的', '请用现在的版本重新执行 jianyan run');
  });
  return {
    proposals,
    as_of,
    search: (q) => {
      const terms = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
      const every = (column: string) => terms.map((_, i) => `contains(${column}, $${i + 1})`).join(' and ');
      return terms.length === 0
        ? Promise.resolve([])
        : query(
            searchHits,
            SEARCH.replace('TITLE', every('lower(p.title)')).replace('ANY', every('words')),
            terms,
          );
    },
    cases: async (ids) => {
      if (ids.length === 0) return [];
      const places = ids.map((_, i) => `$${i + 1}`).join(', ');
      const heads = await query(
        z.array(proposalCase.omit({ handlings: true })),
        `${CASE} where p.proposal_id in (${places})`,
        [...ids],
      );
      const handled = await query(
        z.array(handling.extend({ proposal_id: z.string() })),
        `${HANDLINGS} where proposal_id in (${places}) order by handling`,
        [...ids],
      );
      return ids.flatMap((id) => {
        const head = heads.find((h) => h.proposal_id === id);
        const own = handled.filter((h) => h.proposal_id === id).map(({ proposal_id: _, ...h }) => h);
        return head ? [{ ...head, handlings: own }] : [];
      });
    },
    flagged: () => query(z.array(flagged), flaggedSql('p.topic_review or l.review', 'null::varchar')),
    find: async (id) =>
      (await query(z.array(flagged), flaggedSql('p.proposal_id = $1', 'r.text'), [id]))[0] ?? null,
    close: async () => {
      isClosed = true;
      await Promise.allSettled(asked);
      close();
    },
  };
}

async function ask(database: DuckDBInstance, sql: string, values: DuckDBValue[]) {
  const connection = await database.connect();
  try {
    return (await connection.runAndReadAll(sql, values)).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

const facts = z.tuple([z.object({ proposals: z.int(), as_of: z.string().nullable() })]);
/** Names the tables that are read, so that a run without them is refused at the start. */
const FACTS = `
  select (select count(*)::integer from raw.proposals) as proposals, (select as_of::varchar from raw.runs) as as_of
  from (select 1) left join (select 1 from raw.routes, mart.proposals, mart.handlings limit 0) on true`;
const SEARCH = `
  with words as (
    select
      proposal_id,
      lower(concat_ws(' ', proposal_id, m.title, r.text, m.proposer, m.departments, m.co_departments, m.topic_name, m.subtopic_name)) as words
    from mart.proposals m join raw.proposals r using (proposal_id)
  )
  select p.proposal_id, p.title, p.year, p.body, p.topic_name, p.departments, p.outcome, p.outcome_raw,
    (count(*) over ())::integer as total
  from mart.proposals p join words using (proposal_id)
  where ANY
  order by (TITLE) desc, p.year desc nulls last, p.proposal_id
  limit ${SHOWN}`;
const CASE = `
  select p.proposal_id, p.title, r.text, p.year, p.body, p.number, p.proposer, p.topic_name, p.subtopic_name,
    p.departments, p.co_departments, p.outcome, p.outcome_raw, p.result_final, p.source_file, p.source_row
  from mart.proposals p join raw.proposals r using (proposal_id)`;
const HANDLINGS = `
  select proposal_id, department, role, assigned_on::varchar as assigned_on, replied_on::varchar as replied_on,
    outcome, outcome_raw, reply_text
  from mart.handlings`;

/** A department counts where the ledger names none: who has handled a case is known. */
function flaggedSql(where: string, text: string): string {
  return `
    with open_routes as (
      select l.* from raw.routes l join mart.proposals using (proposal_id) where l.rank = 1 and departments is null
    )
    select p.proposal_id, p.title, ${text} as text, p.year, p.number, p.proposer,
      string_split(p.departments, '、')[1] as handled_by, p.topic, p.topic_name, p.topic_score,
      l.department as lead, l.score as lead_score
    from mart.proposals p
    join raw.proposals r using (proposal_id)
    left join open_routes l using (proposal_id)
    where ${where}
    order by least(p.topic_score, coalesce(l.score, 1)), p.proposal_id`;
}
