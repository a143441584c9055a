import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import { ROOT } from '../root.ts';

type Value = string | number | boolean | null;

/** Rows of any table: their keys are the columns of raw.<table>. */
export type Tables = Record<string, readonly object[]>;

/**
 * Creates the schemas raw and lookup and the macros of the models, and appends the rows of each table in their order.
 * Throws when a row lacks a column of its table: that is a bug.
 */
export async function load(connection: DuckDBConnection, tables: Tables, progress: Progress): Promise<void> {
  for (const file of ['raw.sql', 'lookup.sql', 'macros.sql'])
    await connection.run(readFileSync(join(ROOT, 'pipeline', 'store', file), 'utf8'));
  const total = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
  const stage = progress.stage('装入数据库', total);
  for (const [table, rows] of Object.entries(tables)) {
    const columns = await columnsOf(connection, table);
    const appender = await connection.createAppender(table, 'raw');
    for (const row of rows) {
      const values = new Map<string, Value>(Object.entries(row));
      for (const { name, type } of columns) appendValue(appender, values.get(name), type, `${table}.${name}`);
      appender.endRow();
      stage.advance();
    }
    appender.closeSync();
  }
  stage.end(`${total.toLocaleString('en')} 行`);
}

async function columnsOf(
  connection: DuckDBConnection,
  table: string,
): Promise<{ name: string; type: string }[]> {
  const reader = await connection.runAndReadAll(
    `select column_name, data_type from information_schema.columns where table_schema = 'raw' and table_name = '${table}' order by ordinal_position`,
  );
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

function appendValue(appender: DuckDBAppender, value: Value | undefined, type: string, place: string): void {
  if (value === undefined) throw new Error(`${place}: the row has no such field`);
  if (value === null) appender.appendNull();
  else if (type === 'VARCHAR') appender.appendVarchar(String(value));
  else if (type === 'DATE')
    appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000));
  else if (type === 'INTEGER') appender.appendInteger(Number(value));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(value === true);
  else throw new Error(`${place}: no appender for ${type}`);
}
