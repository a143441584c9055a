import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROOT } from '../root.ts';
import { readColumns, type Table } from './read-table.ts';

const FOLDER = join(ROOT, 'dashboards', 'tables');

/** The tables that the page carries: one for each dashboards/tables/*.sql, in name order. */
export async function readPageTables(connection: DuckDBConnection): Promise<Table[]> {
  const sqlOf = (name: string) => readFileSync(join(FOLDER, `${name}.sql`), 'utf8');
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -4))
    .sort();
  await connection.run(`create or replace temp table numbered as ${sqlOf('numbered')}`);
  const tables: Table[] = [];
  for (const name of names.filter((one) => one !== 'numbered')) {
    const reader = await connection.runAndReadAll(`describe ${sqlOf(name)}`);
    const fields = reader.getRows().map(([column, type]) => ({ name: String(column), type: String(type) }));
    const columns = await readColumns(connection, `(${sqlOf(name)}\n)`, fields, new Map());
    tables.push({ name, title: name, rows: columns[0]?.values.length ?? 0, columns });
  }
  await connection.run('drop table numbered');
  return tables;
}
