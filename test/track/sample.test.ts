import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../data/sample/make/plan.ts';
import { idIn } from '../../data/sample/make/truth.ts';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import { openWorkspace } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { load } from '../../pipeline/store/load.ts';
import { toTables } from '../../pipeline/store/tables.ts';
import { nameIssue } from '../../pipeline/track/name-issue.ts';
import { emptyRegistry } from '../../pipeline/track/registry.ts';
import { track } from '../../pipeline/track/track.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { trueIssues } from './truth.ts';

it('x', async () => {
  const workspace = openWorkspace(SAMPLE);
  const ingested = await ingest(workspace, silentProgress);
  const none = { rank: 1, topic: 'other', subtopic: null, score: 0, words: '', method: 'none', review: true };
  const classifications = ingested.rows.proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
  const { issues, issue_members } = track(
    ingested.rows.proposals,
    trueIssues(),
    emptyRegistry(null),
    nameIssue,
  );
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const tables = {
    ...toTables(ingested, classifications, readTaxonomy(), workspace.config),
    issues,
    issue_members,
  };
  await load(connection, tables, silentProgress);
  await buildMarts(connection, silentProgress);
  for (const t of ['reopened', 'issues', 'issue_members'])
    console.table((await connection.runAndReadAll(`select * from mart.${t} limit 25`)).getRowObjectsJson());
});
