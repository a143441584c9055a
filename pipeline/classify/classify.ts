import type { Workspace } from '../config.ts';
import type { Progress } from '../progress.ts';
import type { Classification, Proposal } from '../rows.ts';
import { loadTools } from './prepare.ts';
import type { Taxonomy } from './taxonomy.ts';
import { readTopicModel, topicClassifier } from './topic-classifier.ts';

/** How many ranks of the topic ranking are kept. */
const KEPT = 3;

/** The topics of every proposal, best first: three rows each, in the order of the proposals. */
export async function classify(
  proposals: readonly Proposal[],
  taxonomy: Taxonomy,
  { config, folder }: Workspace,
  progress: Progress,
): Promise<Classification[]> {
  const tools = await loadTools(taxonomy, config.tokenizer ?? 'jieba');
  const model = readTopicModel(config.models?.topic ?? null, folder, tools);
  const classifyOne = topicClassifier(model, tools, config.precision ?? undefined);
  const stage = progress.stage('主题分类', proposals.length);
  const rows: Classification[] = [];
  for (const { proposal_id, title, text } of proposals) {
    const { ranking, review } = classifyOne(title, text);
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
