import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import type { Model } from '../store/models.ts';
import { readTable, type Table } from './read-table.ts';
import { type PageFacts, writeDashboard } from './write-dashboard.ts';
import { writeDocs } from './write-docs.ts';
import { writeFormats } from './write-formats.ts';
import { writeReminders } from './write-reminders.ts';
import { writeTables } from './write-tables.ts';

/**
 * Writes every mart as Parquet, Arrow and CSV, all of them as one workbook, the documents that explain them, the
 * reminders to send, and the dashboard. Returns rows per mart.
 */
export async function publish(
  connection: DuckDBConnection,
  models: readonly Model[],
  facts: PageFacts,
  folder: string,
  progress: Progress,
): Promise<Record<string, number>> {
  const stage = progress.stage('写出结果', models.length + 3);
  const tables: Table[] = [];
  for (const model of models) {
    const table = await readTable(connection, model);
    await writeFormats(connection, table, folder);
    tables.push(table);
    stage.advance();
  }
  await writeTables(tables, join(folder, 'tables.xlsx'));
  stage.advance();
  // A list to send to departments is for those who handle the cases.
  if (facts.audience !== 'public') await writeReminders(tables, facts, join(folder, 'reminders.xlsx'));
  stage.advance();
  // The documents are about tables that the public does not get.
  if (facts.audience !== 'public') writeDocs(folder);
  await writeDashboard(connection, facts, join(folder, 'dashboard.html'));
  stage.advance();
  stage.end(
    `${models.length} 张表（Parquet、Arrow、CSV、Excel）${facts.audience === 'public' ? '' : '、催办清单'}和看板`,
  );
  return Object.fromEntries(tables.map((table) => [table.name, table.rows]));
}
