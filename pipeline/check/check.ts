import { DuckDBInstance } from '@duckdb/node-api';
import { readTaxonomy } from '../classify/taxonomy.ts';
import { openWorkspace } from '../config.ts';
import { explainSystemError, InputError } from '../errors.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Progress } from '../progress.ts';
import { readTable, type Table } from '../publish/read-table.ts';
import { writeTables } from '../publish/write-tables.ts';
import { buildMarts } from '../store/build-marts.ts';
import { load } from '../store/load.ts';
import { toTables } from '../store/tables.ts';
import { balanceLines } from '../summary.ts';
import { printHealth } from './print-health.ts';

/**
 * The data health of ledgers: reads INPUT as `run` does, without topics and outputs. Returns the page for the
 * terminal; with `out` also writes the tables to an .xlsx file. Throws InputError for what the user can fix.
 */
export async function check(input: string, out: string | null, progress: Progress): Promise<string> {
  if (out !== null && !out.toLowerCase().endsWith('.xlsx')) {
    throw new InputError(out, '只能另存为 Excel 表格', '请把文件名写成以 .xlsx 结尾');
  }
  const workspace = openWorkspace(input);
  const ingested = await ingest(workspace, progress);
  const classifications = unclassified(ingested.rows.proposals);
  const tables = {
    ...toTables(ingested, readTaxonomy(workspace.folder), workspace.config),
    classifications,
  };
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  await load(connection, tables, progress);
  const models = await buildMarts(connection, progress);
  const health: Table[] = [];
  for (const name of ['health_missing', 'health_findings', 'rejects', 'data_warnings']) {
    const model = models.find((m) => m.name === name);
    if (model) health.push(await readTable(connection, model));
  }
  connection.closeSync();
  if (out !== null) await save(health, out);
  return printHealth(health, [
    ...balanceLines(ingested.balance),
    ...ingested.unknownColumns.map((u) => `未识别的列（内容已保留）  ${u}`),
  ]);
}

async function save(health: readonly Table[], out: string): Promise<void> {
  try {
    await writeTables(health, out);
  } catch (error) {
    throw explainSystemError(error, out);
  }
}

/** The models ask for a topic; health does not look at it. */
function unclassified(proposals: readonly { proposal_id: string }[]) {
  const none = { rank: 1, topic: 'other', subtopic: null, score: 0, words: '', method: 'none', review: true };
  return proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
}
