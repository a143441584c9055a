import type { DuckDBConnection } from '@duckdb/node-api';
import { PUBLIC_TABLES } from '../share/publish-tables.ts';
import { readColumns, type Table } from './read-table.ts';

/** What the public page carries: the tables of a public run, all of them and nothing else. */
export async function readPublicPageTables(connection: DuckDBConnection): Promise<Table[]> {
  const tables: Table[] = [];
  for (const name of PUBLIC_TABLES) {
    const reader = await connection.runAndReadAll(`describe mart.${name}`);
    const fields = reader.getRows().map(([column, type]) => ({ name: String(column), type: String(type) }));
    const columns = await readColumns(connection, `mart.${name}`, fields, new Map());
    tables.push({ name, title: name, rows: columns[0]?.values.length ?? 0, columns });
  }
  return tables;
}
