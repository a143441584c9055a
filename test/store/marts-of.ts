import { DuckDBInstance } from '@duckdb/node-api';
import { readAnswers } from '../../pipeline/answers/read-answers.ts';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import type { Config } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { load } from '../../pipeline/store/load.ts';
import { toTables } from '../../pipeline/store/tables.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

/** The marts over ledgers, as martsOver. */
export function martsOf(files: Record<string, string>, config: Config = {}) {
  const input = emptyFolder();
  writeFiles(input, files);
  return martsOver(input, config);
}

/** The marts over a folder or file, all of one topic; what comes back runs a query. */
export async function martsOver(input: string, config: Config = {}, workspace: string | null = null) {
  const ingested = await ingest({ input, folder: workspace, config }, silentProgress);
  const none = { rank: 1, topic: 'other', subtopic: null, score: 0, words: '', method: 'none', review: true };
  const classifications = ingested.rows.proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const answers = readAnswers(ingested.rows, workspace, silentProgress);
  const tables = { ...toTables(ingested, readTaxonomy(workspace), config), classifications, ...answers };
  await load(connection, tables, silentProgress);
  await buildMarts(connection, silentProgress);
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
}
