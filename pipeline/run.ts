import { join } from 'node:path';
import { readAnswers } from './answers/read-answers.ts';
import { classify } from './classify/classify.ts';
import { readTaxonomy } from './classify/taxonomy.ts';
import { openWorkspace } from './config.ts';
import { explainSystemError } from './errors.ts';
import type { Balance } from './ingest/balance.ts';
import { ingest } from './ingest/ingest.ts';
import { cluster } from './link/cluster.ts';
import { link } from './link/link.ts';
import type { Progress } from './progress.ts';
import { hashDefinitions } from './publish/definitions.ts';
import { profilesUsed, writeManifest } from './publish/manifest.ts';
import { openPlace } from './publish/place.ts';
import { publish } from './publish/publish.ts';
import { readReportFacts } from './report/read-report-facts.ts';
import { applyReviews, applyReviewsToRoutes } from './review/apply-reviews.ts';
import { readDecisions } from './review/read-decisions.ts';
import { route } from './route/route.ts';
import type { Audience } from './share/audience.ts';
import { assertNoPublicPacks } from './share/packs/assert-no-public-packs.ts';
import { writePacks } from './share/packs/write-packs.ts';
import { pageFacts } from './share/page-facts.ts';
import { reportWithheld } from './share/report-withheld.ts';
import { share } from './share/share.ts';
import { shareManifest } from './share/share-manifest.ts';
import { store } from './share/store.ts';
import { toTables } from './store/tables.ts';
import { readRegistry } from './track/read-registry.ts';
import { track } from './track/track.ts';
import { writeRegistry } from './track/write-registry.ts';

export interface RunResult {
  balance: Balance;
  unknownColumns: string[];
  dashboard: string;
}

export interface RunOptions {
  audience?: Audience;
  /** One page for each department besides. */
  packs?: boolean;
}

/**
 * The batch: a workspace, folder or file in, the run folder `out` with database, tables and dashboard out, for those
 * who may see it. `out` appears whole or not at all. Throws InputError for what the user can fix.
 */
export async function run(
  input: string,
  out: string,
  progress: Progress,
  { audience = 'internal', packs = false }: RunOptions = {},
): Promise<RunResult> {
  assertNoPublicPacks(audience, packs);
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

    // Who may see what of it: private data hidden, for the public what is publishable and no small numbers.
    const shared = share(tables, audience, workspace.config, progress);

    // Rows → schema raw, SQL models → schema mart.
    const stored = await store(shared, audience, index, join(place.draft, 'analysis.duckdb'), progress);

    // Marts → files.
    const facts = pageFacts(shared, audience);
    const rows = await publish(stored.connection, stored.models, facts, place.draft, progress);
    if (packs) await writePacks(stored.connection, facts, join(place.draft, 'packs'), progress);
    stored.close();
    const { inputs, balance } = ingested;
    const { config, folder } = workspace;
    const profiles = profilesUsed(tables.profiles);
    const definitions = hashDefinitions(folder, config);
    const made = { audience, inputs, config, profiles, definitions, balance, tables: rows };
    writeManifest(place.draft, shareManifest(made, shared));
    await writeRegistry(registry);
    reportWithheld(shared, audience, folder, progress);
    place.publish();
    return { balance, unknownColumns: ingested.unknownColumns, dashboard: join(out, 'dashboard.html') };
  } catch (error) {
    place.abandon();
    throw explainSystemError(error, out);
  }
}
