import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from './read-rows.ts';
import { ofAnswers, ofProposals, type Scope } from './scope.ts';

/** A case worth telling, with what the data say of it. */
export interface TypicalCase {
  proposal_id: string;
  title: string;
  /** Topic id. */
  topic: string;
  proposer: string | null;
  department: string | null;
  body: string | null;
  number: string | null;
  is_key: boolean;
  days: number | null;
  met: boolean;
  /** The answer's own words on what was asked, null where there are none. */
  measure: string | null;
}

/** As printed above the cases, so that nobody wonders why these. */
export const CRITERIA =
  '答复时已解决采纳、最终评价为满意、没有逾期、公开属性不是“不予公开”，有答复原文可引的在前，重点的、已面商的依次优先，每个主题只取一件，同等情况按编号先后';

const MOST = 5;

/** Cases by stated criteria, best first; none when no case meets them. */
export async function typicalCases(connection: DuckDBConnection, scope: Scope): Promise<TypicalCase[]> {
  const rows = await readRows(connection, casesQuery(scope));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return rows.map((row) => ({
    proposal_id: String(row.proposal_id),
    title: String(row.title),
    topic: String(row.topic),
    proposer: text(row.proposer),
    department: text(row.department),
    body: text(row.body),
    number: text(row.number),
    is_key: row.key_proposal === true,
    days: typeof row.days_to_reply === 'number' ? row.days_to_reply : null,
    met: row.met === true,
    measure: text(row.measure),
  }));
}

export function casesQuery(scope: Scope): string {
  return `
    with quoted as (
      select proposal_id, arg_max(evidence, score) as measure
      from suggestions
      where answered = 'yes'
      group by proposal_id
    ), fitting as (
      select p.*, a.department, a.met as was_met, q.measure, row_number() over (
        partition by p.topic
        order by (q.measure is null), (p.key_proposal is not true), (a.met is not true), p.proposal_id
      ) as place
      from (select * from answers where counted and ${ofAnswers(scope)}) a
      join (select * exclude (departments) from proposals where ${ofProposals(scope)}) p using (proposal_id)
      left join quoted q using (proposal_id)
      where a.solved and a.result_final = 'satisfied' and a.is_late is not true
        and p.disclosure is distinct from '不予公开'
    )
    select proposal_id, title, topic, proposer, department, body, number, key_proposal, days_to_reply, was_met as met, measure
    from fitting
    where place = 1
    order by (measure is null), (key_proposal is not true), (was_met is not true), proposal_id
    limit ${MOST}`;
}
