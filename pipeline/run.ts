import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readAnswers } from './answers/read-answers.ts';
import { classify } from './classify/classify.ts';
import { readTaxonomy } from './classify/taxonomy.ts';
import { openWorkspace } from './config.ts';
import { explainSystemError } from './errors.ts';
import type { Balance } from './ingest/balance.ts';
import { ingest } from './ingest/ingest.ts';
import { cluster } from './link/cluster.ts';
import { link } from './link/link.ts';
import { storeIndex } from './link/store-index.ts';
import type { Progress } from './progress.ts';
import { hashDefinitions } from './publish/definitions.ts';
import { profilesUsed, version, writeManifest } from './publish/manifest.ts';
import { openPlace } from './publish/place.ts';
import { publish } from './publish/publish.ts';
import { readReportFacts } from './report/read-report-facts.ts';
import { applyReviews, applyReviewsToRoutes } from './review/apply-reviews.ts';
import { readDecisions } from './review/read-decisions.ts';
import { route } from './route/route.ts';
import { buildMarts } from './store/build-marts.ts';
import { commentTables } from './store/comment-tables.ts';
import { load } from './store/load.ts';
import { toTables } from './store/tables.ts';
import { readRegistry } from './track/read-registry.ts';
import { track } from './track/track.ts';
import { writeRegistry } from './track/write-registry.ts';

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
    const { proposals } = ingested.rows;

    // Title and text → topics with their deciding words.
    const byMachine = await classify(proposals, taxonomy, workspace, progress);

    // What people decided wins over the machine.
    const decisions = readDecisions(workspace.folder, proposals, taxonomy, progress);
    const classifications = applyReviews(byMachine, decisions.of);

    // The same and the duties of departments → who should have it.
    const { departments } = ingested;
    const routed = await route(proposals, classifications, departments, taxonomy, workspace, progress);
    const routes = applyReviewsToRoutes(routed, decisions.of);

    // Every two proposals that resemble each other → copy, fragment, same matter, kin.
    const { links, index } = link(proposals, progress);

    // Clusters of them → issues with ids that stay; here too people's decisions win.
    const ids = proposals.map((p) => p.proposal_id);
    const { registry, ...issues } = track(proposals, cluster(ids, links), readRegistry(workspace.folder));

    // Texts of the answers → obstacles, promises, suggestions answered.
    const answers = readAnswers(ingested.rows, workspace.folder, progress);

    // Handling reports among the documents → the figures that they state.
    const report_facts = readReportFacts(ingested.reports, workspace.folder, progress);

    // Rows → schema raw, SQL models → schema mart.
    const tables = {
      ...toTables(ingested, taxonomy, workspace.config),
      classifications,
      routes,
      links,
      ...issues,
      ...answers,
      report_facts,
      reviews: decisions.rows,
    };
    const database = await DuckDBInstance.create(join(place.draft, 'analysis.duckdb'), {
      memory_limit: '4GB',
    });
    const connection = await database.connect();
    await load(connection, tables, progress);
    await storeIndex(connection, index);
    const models = await buildMarts(connection, progress);
    await commentTables(connection, models);

    // Marts → files.
    const { name, notice, as_of } = tables.runs[0];
    const facts = { name: name ?? '', notice, as_of, version: version() };
    const rows = await publish(connection, models, facts, place.draft, progress);
    connection.closeSync();
    database.closeSync();
    const { inputs, balance } = ingested;
    const { config, folder } = workspace;
    const profiles = profilesUsed(tables.profiles);
    const definitions = hashDefinitions(folder, config);
    writeManifest(place.draft, { inputs, config, profiles, definitions, balance, tables: rows });
    await writeRegistry(registry);
    place.publish();
    return { balance, unknownColumns: ingested.unknownColumns, dashboard: join(out, 'dashboard.html') };
  } catch (error) {
    place.abandon();
    throw explainSystemError(error, out);
  }
}
