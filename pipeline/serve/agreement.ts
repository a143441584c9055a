import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import type { Taxonomy } from '../classify/taxonomy.ts';
import { silentProgress } from '../progress.ts';
import { readDecisions } from '../review/read-decisions.ts';
import { load } from '../store/load.ts';
import { readModels } from '../store/models.ts';
import { topicRows } from '../store/tables.ts';
import { type AgreementRow, agreementRow } from './schemas.ts';

/** mart.review_agreement over reviews.csv as it stands now: the same model as in a run, without waiting for one. */
export async function readAgreement(workspace: string, taxonomy: Taxonomy): Promise<AgreementRow[]> {
  const model = readModels().find(({ name }) => name === 'review_agreement');
  if (!model) throw new Error('marts/review_agreement.sql is not part of this installation');
  const { rows } = readDecisions(workspace, [], taxonomy, silentProgress);
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  try {
    await load(connection, { reviews: rows, topics: topicRows(taxonomy) }, silentProgress);
    return z.array(agreementRow).parse((await connection.runAndReadAll(model.sql)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
