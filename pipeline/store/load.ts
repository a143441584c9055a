import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import { ROOT } from '../root.ts';
import { appendRows } from './append-rows.ts';

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
  for (const [table, rows] of Object.entries(tables))
    await appendRows(connection, 'raw', table, rows, () => stage.advance());
  stage.end(`${total.toLocaleString('en')} 行`);
}
