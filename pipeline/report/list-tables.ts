import type { DuckDBConnection } from '@duckdb/node-api';
import type { CubeRow } from '../outcome/cube.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS } from '../outcome/words.ts';
import type { Table } from './document.ts';
import { USED_METRICS } from './rate-tables.ts';
import { readRows } from './read-rows.ts';
import { ofAnswers, ofProposals, quote, type Scope } from './scope.ts';
import { columns, toTable } from './table.ts';

/** Topics with what became of their cases. */
export async function topicsTable(connection: DuckDBConnection, scope: Scope): Promise<Table | null> {
  const rows = await readRows(
    connection,
    `select topic_name, count(*)::integer as n,
      count(*) filter (where outcome is not null)::integer as known,
      count(*) filter (where solved)::integer as solved,
      count(*) filter (where pending)::integer as pending
    from (select proposal_id, topic_name from proposals where ${ofProposals(scope)})
    left join (select proposal_id, outcome, solved, pending from answers where counted and ${ofAnswers(scope)}) using (proposal_id)
    group by topic_name order by n desc, topic_name`,
  );
  return toTable(
    '按主题统计（件）',
    columns({ 主题: 2, 件数: 1, 结果有记载: 1.2, 解决采纳: 1.2, 正在解决或列入计划: 2.4, 其他: 1 }, [
      '件数',

      '结果有记载',
      '解决采纳',
      '正在解决或列入计划',
      '其他',
    ]),
    rows.map((row) => {
      const [n, known, solved, pending] = [row.n, row.known, row.solved, row.pending].map(Number);
      return [text(row.topic_name), n, known, solved, pending, (known ?? 0) - (solved ?? 0) - (pending ?? 0)];
    }),
  );
}

export async function lateTable(connection: DuckDBConnection, scope: Scope): Promise<Table | null> {
  const rows = await answersWhere(connection, scope, 'is_late');
  return toTable(
    '逾期的件',
    columns({ 案件: 2, 标题: 4.5, 承办单位: 2, 期限: 1.6, 答复日期: 1.6 }),
    rows.map((row) => [
      text(row.proposal_id),
      text(row.title),
      text(row.department),
      text(row.due_on),
      text(row.replied_on) ?? '未答复',
    ]),
  );
}

export async function dissatisfiedTable(connection: DuckDBConnection, scope: Scope): Promise<Table | null> {
  const rows = await answersWhere(
    connection,
    scope,
    `(result_first = 'dissatisfied' or result_final = 'dissatisfied')`,
  );
  return toTable(
    '评价为不满意的件',
    columns({ 案件: 2, 标题: 4.2, 承办单位: 2, 办理结果: 1.5, 首次评价: 1.3, 最终评价: 1.3 }),
    rows.map((row) => [
      text(row.proposal_id),
      text(row.title),
      text(row.department),
      row.outcome_raw === null ? null : inWords(text(row.outcome), text(row.outcome_raw), OUTCOME_WORDS),
      RATING_WORDS[String(row.result_first)] ?? null,
      RATING_WORDS[String(row.result_final)] ?? null,
    ]),
  );
}

export async function issuesTable(connection: DuckDBConnection, scope: Scope): Promise<Table | null> {
  const rows = await readRows(
    connection,
    `select issue, name, year_list, raisings, last_outcome, last_outcome_raw, special_report from issues
    where (special_report or after_solved > 0)
      and issue in (select issue from issue_members where proposal_id in (select proposal_id from proposals where ${ofProposals(scope)}))
    order by special_report desc, raisings desc, issue`,
  );
  return toTable(
    '反复提出的议题',
    columns({ 议题: 1.7, 名称: 4, 提出年度: 2.8, 次数: 0.8, 最近结果: 1.6, 情形: 2 }, ['次数']),
    rows.map((row) => [
      text(row.issue),
      text(row.name),
      text(row.year_list),
      Number(row.raisings),
      row.last_outcome_raw === null
        ? null
        : inWords(text(row.last_outcome), text(row.last_outcome_raw), OUTCOME_WORDS),
      row.special_report === true ? '反复提出未解决' : '办结再提',
    ]),
  );
}

/** Says in a unit's own report what its share of all would only be one line of. */
const SMALL = '小样本百分之百';

export async function warningsTable(
  connection: DuckDBConnection,
  { year, body, unit }: Scope,
): Promise<Table | null> {
  const among = (column: string, value: string | number | null) =>
    value === null ? 'true' : `${column} in ('全部', '${value}')`;
  const rows = await readRows(
    connection,
    `select kind, subject, period, of_total, says from data_warnings where ${among('period', year)} and ${among('body', body)}
      and subject not in (select name from metrics where metric not in (${USED_METRICS.map(quote).join(', ')}))${
        unit === null
          ? ''
          : ` and subject not in (select department from handlings where department is not null and department <> ${quote(unit)})`
      }
    order by kind, period, body, subject`,
  );
  // Without a unit every table gives the numbers behind its rates; that a unit's are small is said in its own report.
  const own = rows.filter(({ kind, subject }) =>
    kind === SMALL ? unit !== null && String(subject).startsWith(`${unit}：`) : true,
  );
  return toTable(
    '使用数字时请注意',
    columns({ 提醒: 1.6, 年度: 0.8, 涉及: 2, 说明: 5 }),
    own.map((row) => [
      text(row.kind),
      text(row.period),
      text(row.subject),
      row.kind === SMALL ? `分母只有${row.of_total}，百分之百也说明不了多少，不宜据此排名` : text(row.says),
    ]),
  );
}

async function answersWhere(
  connection: DuckDBConnection,
  scope: Scope,
  condition: string,
): Promise<CubeRow[]> {
  return readRows(
    connection,
    `select a.proposal_id, p.title, a.department, a.due_on::varchar as due_on, a.replied_on::varchar as replied_on,
      a.outcome, a.outcome_raw, a.result_first, a.result_final
    from (select * from answers where counted and ${ofAnswers(scope)} and ${condition}) a
    join proposals p using (proposal_id) order by a.due_on nulls last, a.proposal_id`,
  );
}

function text(value: CubeRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
