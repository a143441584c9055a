import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROOT } from '../root.ts';
import { readQuery, type Table } from './read-table.ts';

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
    tables.push(await readQuery(connection, name, sqlOf(name)));
  }
  await connection.run('drop table numbered');
  return tables;
}
