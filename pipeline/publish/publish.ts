import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import type { Model } from '../store/models.ts';
import { readTable, type Table } from './read-table.ts';
import { toArrow } from './write-arrow.ts';
import { type PageFacts, writeDashboard } from './write-dashboard.ts';
import { writeReminders } from './write-reminders.ts';
import { writeTables } from './write-tables.ts';

/** Writes every mart as Parquet and Arrow, all of them as one workbook, the reminders to send, and the dashboard. Returns rows per mart. */
export async function publish(
  connection: DuckDBConnection,
  models: readonly Model[],
  facts: PageFacts,
  folder: string,
  progress: Progress,
): Promise<Record<string, number>> {
  for (const kind of ['parquet', 'arrow']) mkdirSync(join(folder, kind), { recursive: true });
  const stage = progress.stage('写出结果', models.length + 3);
  const tables: Table[] = [];
  for (const model of models) {
    const table = await readTable(connection, model);
    const file = join(folder, 'parquet', `${model.name}.parquet`).replaceAll("'", "''");
    await connection.run(`copy mart.${model.name} to '${file}' (format parquet, compression zstd)`);
    writeFileSync(join(folder, 'arrow', `${model.name}.arrow`), toArrow(table));
    tables.push(table);
    stage.advance();
  }
  await writeTables(tables, join(folder, 'tables.xlsx'));
  stage.advance();
  // A list to send to departments is for those who handle the cases.
  if (facts.audience !== 'public') await writeReminders(tables, facts, join(folder, 'reminders.xlsx'));
  stage.advance();
  await writeDashboard(connection, facts, join(folder, 'dashboard.html'));
  stage.advance();
  stage.end(
    `${models.length} 张表（Parquet、Arrow、Excel）${facts.audience === 'public' ? '' : '、催办清单'}和看板`,
  );
  return Object.fromEntries(tables.map((table) => [table.name, table.rows]));
}
