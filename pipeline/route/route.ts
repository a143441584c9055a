import { join } from 'node:path';
import { group } from 'd3-array';
import { readModel } from '../classify/model-file.ts';
import { loadTools } from '../classify/prepare.ts';
import type { Taxonomy } from '../classify/taxonomy.ts';
import type { Workspace } from '../config.ts';
import type { Progress } from '../progress.ts';
import type { Classification, Proposal, Route } from '../rows.ts';
import { chooseRouter } from './choose-router.ts';
import type { Departments } from './departments.ts';

/** Lead candidates that are kept. */
const KEPT = 3;

/**
 * Who should have each proposal: three lead candidates and the co-handlers, in the order of the proposals. The run's own
 * handlings are no evidence, so that the machine's answer can be held against them.
 */
export async function route(
  proposals: readonly Proposal[],
  classifications: readonly Classification[],
  departments: Departments,
  taxonomy: Taxonomy,
  { config, folder }: Workspace,
  progress: Progress,
): Promise<Route[]> {
  const own = config.models?.department ?? null;
  const embedding = config.models?.embedding ?? null;
  const ask = await chooseRouter({
    model: own === null ? null : readModel(join(folder ?? '', own)),
    embedding: embedding === null ? null : join(folder ?? '', embedding),
    tools: await loadTools(taxonomy, config.tokenizer ?? 'jieba'),
    departments,
    handled: [],
    precision: config.precision ?? undefined,
  });
  const topicsOf = group(classifications, (c) => c.proposal_id);
  const stage = progress.stage('分办建议', proposals.length);
  const rows: Route[] = [];
  for (const { proposal_id, title, text } of proposals) {
    const topics = topicsOf.get(proposal_id) ?? [];
    const { departments: named, review } = await ask({ title, text, topics, past: [] }, KEPT);
    for (const [index, row] of named.entries()) rows.push({ proposal_id, rank: index + 1, ...row, review });
    stage.advance();
  }
  stage.end();
  return rows;
}
