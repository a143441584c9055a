import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { classify } from './classify/classify.ts';
import { readTaxonomy } from './classify/taxonomy.ts';
import { openWorkspace } from './config.ts';
import { explainSystemError } from './errors.ts';
import type { Balance } from './ingest/balance.ts';
import { ingest } from './ingest/ingest.ts';
import { link } from './link/link.ts';
import { storeIndex } from './link/store-index.ts';
import type { Progress } from './progress.ts';
import { version, writeManifest } from './publish/manifest.ts';
import { openPlace } from './publish/place.ts';
import { publish } from './publish/publish.ts';
import { buildMarts } from './store/build-marts.ts';
import { load } from './store/load.ts';
import { toTables } from './store/tables.ts';

export interface RunResult {
  balance: Balance;
  unknownColumns: string[];
  dashboard: string;
}

/**
 * The batch: a workspace, folder or file in, the run folder `out` with database, tables and dashboard out. `out`
 * appears whole or not at all. Throws InputError for what the user can fix.
 */
export async function run(input: string, out: string, progress: Progress): Promise<RunResult> {
  const workspace = openWorkspace(input);
  const place = openPlace(out);
  try {
    // Folder of ledgers and texts → rows; what cannot be read is a reject.
    const taxonomy = readTaxonomy(workspace.folder);
    const ingested = await ingest(workspace, progress);

    // Title and text → topics with their deciding words.
    const classifications = await classify(ingested.rows.proposals, taxonomy, workspace, progress);

    // Every two proposals that resemble each other → copy, fragment, same matter, kin.
    const { links, index } = link(ingested.rows.proposals, progress);

    // Rows → schema raw, SQL models → schema mart.
    const tables = toTables(ingested, classifications, links, taxonomy, workspace.config);
    const database = await DuckDBInstance.create(join(place.draft, 'analysis.duckdb'), {
      memory_limit: '4GB',
    });
    const connection = await database.connect();
    await load(connection, tables, progress);
    await storeIndex(connection, index);
    const models = await buildMarts(connection, progress);

    // Marts → files.
    const { name, notice, as_of } = tables.runs[0];
    const facts = { name: name ?? '', notice, as_of, version: version() };
    const rows = await publish(connection, models, facts, place.draft, progress);
    connection.closeSync();
    database.closeSync();
    const { inputs, balance } = ingested;
    const profiles = Object.fromEntries(ingested.profileRows.map((p) => [p.body ?? '其他', p.profile]));
    writeManifest(place.draft, { inputs, config: workspace.config, profiles, balance, tables: rows });
    place.publish();
    return { balance, unknownColumns: ingested.unknownColumns, dashboard: join(out, 'dashboard.html') };
  } catch (error) {
    place.abandon();
    throw explainSystemError(error, out);
  }
}
