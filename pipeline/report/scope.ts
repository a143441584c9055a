import type { DuckDBConnection } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import type { Body } from '../rows.ts';
import { readRows } from './read-rows.ts';

/** What a report is about; null: not limited. */
export interface Scope {
  unit: string | null;
  year: number | null;
  body: Body | null;
}

/** Throws InputError when the run has nothing of this scope, naming what it has. */
export async function assertScope(connection: DuckDBConnection, scope: Scope, folder: string): Promise<void> {
  const known = async (column: string, table: string) =>
    (
      await readRows(
        connection,
        `select ${column}::varchar as value from ${table} where ${column} is not null group by 1 order by count(*) desc, 1`,
      )
    ).map(({ value }) => String(value));
  const refuse = (what: string, values: string[]) =>
    new InputError(
      folder,
      `结果里没有${what}`,
      values.length === 0 ? '台账没有写' : `可选：${values.slice(0, 30).join('、')}`,
    );
  const any = await readRows(connection, 'select 1 as one from proposals limit 1');
  if (any.length === 0)
    throw new InputError(
      folder,
      '结果里没有一件提案建议',
      '请用有台账的结果；历年报告的数字见看板的“历年报告数据”',
    );
  const years = (await known('year', 'proposals')).sort();
  if (scope.year !== null && !years.includes(String(scope.year)))
    throw refuse(` ${scope.year} 年度的提案建议`, years);
  const units = await known('department', 'handlings');
  if (scope.unit !== null && !units.includes(scope.unit)) throw refuse(`承办单位“${scope.unit}”`, units);
  const bodies = await known('body', 'proposals');
  if (scope.body !== null && !bodies.includes(scope.body)) throw refuse(`${scope.body}的件`, bodies);
  const found = await readRows(
    connection,
    `select 1 as one from proposals where ${ofProposals(scope)} limit 1`,
  );
  if (found.length === 0)
    throw new InputError(folder, '这几项条件合在一起没有一件', '请放宽 --unit、--year 或 --body');
}

/** The condition on mart.proposals: what the unit leads and what it helps with. */
export function ofProposals(scope: Scope): string {
  const unit =
    scope.unit === null
      ? []
      : [`proposal_id in (select proposal_id from handlings where department = ${quote(scope.unit)})`];
  return and([...common(scope), ...unit]);
}

/** The condition on mart.answers: a unit's own answers; without a unit a proposal counts once, by its first. */
export function ofAnswers(scope: Scope): string {
  return and([...common(scope), scope.unit === null ? 'answer = 1' : `department = ${quote(scope.unit)}`]);
}

/** The condition on other marts, whose column of the unit may be empty where several answer together. */
export function ofUnit(scope: Scope, column = 'department'): string {
  return scope.unit === null ? 'true' : `${column} = ${quote(scope.unit)}`;
}

function common({ year, body }: Scope): string[] {
  return [...(year === null ? [] : [`year = ${year}`]), ...(body === null ? [] : [`body = ${quote(body)}`])];
}

function and(conditions: string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}

/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
