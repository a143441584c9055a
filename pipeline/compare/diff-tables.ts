import type { DuckDBConnection } from '@duckdb/node-api';
import type { Model } from '../store/models.ts';

/** A cell that changed, or a row that only one run has (column null). Values as text, null where there is none. */
export interface Change {
  table: string;
  /** Values of the table's grain, joined by “ / ”. */
  key: string;
  column: string | null;
  before: string | null;
  after: string | null;
}

export interface TableDifference {
  table: string;
  /** Rows; null where the run has no such table. */
  before: number | null;
  after: number | null;
  added: number;
  removed: number;
  /** Rows of both runs with another value in some column. */
  changed: number;
}

/**
 * Compares the marts of the databases attached as `a` and `b`, row by row along the grain of each. A column that only
 * one run has is not looked at. Null equals null.
 */
export async function diffTables(
  connection: DuckDBConnection,
  models: readonly Model[],
): Promise<{ tables: TableDifference[]; changes: Change[] }> {
  const tables: TableDifference[] = [];
  const changes: Change[] = [];
  for (const model of models) {
    const [before, after] = [
      await columnsOf(connection, 'a', model),
      await columnsOf(connection, 'b', model),
    ];
    const common = before.filter((name) => after.includes(name));
    const counts = {
      table: model.name,
      before: await rowsOf(connection, 'a', model, before),
      after: await rowsOf(connection, 'b', model, after),
    };
    const found = common.length === 0 ? [] : await changesOf(connection, model, common);
    const rows = (test: (c: Change) => boolean) => new Set(found.filter(test).map((c) => c.key)).size;
    tables.push({
      ...counts,
      added: rows((c) => c.column === null && c.before === null),
      removed: rows((c) => c.column === null && c.after === null),
      changed: rows((c) => c.column !== null),
    });
    changes.push(...found);
  }
  return { tables, changes };
}

async function columnsOf(connection: DuckDBConnection, run: string, { name }: Model): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `select column_name from duckdb_columns() where database_name = '${run}' and schema_name = 'mart' and table_name = '${name}' order by column_index`,
  );
  return reader.getRows().map(([column]) => String(column));
}

async function rowsOf(
  connection: DuckDBConnection,
  run: string,
  { name }: Model,
  columns: readonly string[],
) {
  if (columns.length === 0) return null;
  const reader = await connection.runAndReadAll(`select count(*)::integer from ${run}.mart.${name}`);
  return Number(reader.getRows()[0]?.[0]);
}

async function changesOf(connection: DuckDBConnection, model: Model, columns: readonly string[]) {
  const grain = model.grain.filter((name) => columns.includes(name));
  const values = columns.filter((name) => !grain.includes(name));
  const on = grain.map((g) => `a."${g}" is not distinct from b."${g}"`).join(' and ') || 'true';
  const key =
    grain.map((g) => `coalesce(coalesce(a."${g}", b."${g}")::varchar, '')`).join(` || ' / ' || `) || "''";
  const cells = values.map(
    (v) =>
      `select key, '${v}' as name, a."${v}"::varchar as x, b."${v}"::varchar as y from pairs where ina and inb and a."${v}" is distinct from b."${v}"`,
  );
  const alone = `select key, null as name, case when ina then '有' end as x, case when inb then '有' end as y from pairs where ina is null or inb is null`;
  const reader = await connection.runAndReadAll(`
    with pairs as (
      select ${key} as key, a, b, a._in as ina, b._in as inb
      from (select *, true as _in from a.mart.${model.name}) a
      full join (select *, true as _in from b.mart.${model.name}) b on ${on}
    )
    ${[alone, ...cells].join(' union all ')}
    order by key, name nulls first`);
  return reader.getRows().map(([k, name, x, y]) => ({
    table: model.name,
    key: String(k),
    column: name === null ? null : String(name),
    before: x === null ? null : String(x),
    after: y === null ? null : String(y),
  }));
}
