import { join } from 'node:path';
import type { Workspace } from '../config.ts';
import type { Progress } from '../progress.ts';
import type { Classification, Proposal } from '../rows.ts';
import { loadEmbedder } from './embed.ts';
import { assertEmbedder } from './learned.ts';
import { loadTools } from './prepare.ts';
import type { Taxonomy } from './taxonomy.ts';
import { readTopicModel, topicClassifier } from './topic-classifier.ts';

/** How many ranks of the topic ranking are kept. */
const KEPT = 3;
/** Proposals whose sentence vectors are held at a time. */
const CHUNK = 256;

/** The topics of every proposal, best first: three rows each, in the order of the proposals. */
export async function classify(
  proposals: readonly Proposal[],
  taxonomy: Taxonomy,
  { config, folder }: Workspace,
  progress: Progress,
): Promise<Classification[]> {
  const tools = await loadTools(taxonomy, config.tokenizer ?? 'jieba');
  const model = readTopicModel(config.models?.topic ?? null, folder, tools);
  const embedding = model?.embedding ? (config.models?.embedding ?? null) : null;
  if (model) assertEmbedder(model, embedding !== null, 'jianyan.yaml');
  const embed = embedding === null ? null : await loadEmbedder(join(folder ?? '', embedding));
  const classifyOne = topicClassifier(model, tools, config.precision ?? undefined);
  const stage = progress.stage('主题分类', proposals.length);
  const rows: Classification[] = [];
  let vectors: Float32Array[] = [];
  for (const [at, { proposal_id, title, text }] of proposals.entries()) {
    if (embed && at % CHUNK === 0) {
      vectors = await embed(
        proposals.slice(at, at + CHUNK).map((p) => ({ title: p.title, text: p.text ?? '' })),
      );
    }
    const { ranking, review } = classifyOne(title, text, vectors[at % CHUNK] ?? null);
    for (const [index, { topic, subtopic, score, words }] of ranking.slice(0, KEPT).entries()) {
      rows.push({
        proposal_id,
        rank: index + 1,
        topic,
        subtopic,
        score,
        words: words.join('、'),
        method: model ? 'model' : 'words',
        review,
      });
    }
    stage.advance();
  }
  stage.end();
  return rows;
}
