import type { DuckDBConnection } from '@duckdb/node-api';
import { PUBLIC_TABLES } from '../share/publish-tables.ts';
import { readQuery, type Table } from './read-table.ts';

/** What the public page carries: the tables of a public run, all of them and nothing else. */
export async function readPublicPageTables(connection: DuckDBConnection): Promise<Table[]> {
  const tables: Table[] = [];
  for (const name of PUBLIC_TABLES) {
    tables.push(await readQuery(connection, name, `from mart.${name}`));
  }
  return tables;
}
