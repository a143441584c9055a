import { basename } from 'node:path';
import type { Progress } from '../progress.ts';
import { loadEmbedder } from './embed.ts';
import type { Example } from './example.ts';
import { assertLearnable, countLabels, type Examples, readExamples, skipRare } from './examples.ts';
import { DEFAULT_PRECISION, learn } from './learned.ts';
import { writeModel } from './model-file.ts';
import { loadTools, wordScoresFor } from './prepare.ts';
import type { Taxonomy } from './taxonomy.ts';

export interface TrainOptions {
  /** What the labels are; written into the model. */
  target: string;
  /** The column that holds them. */
  label: string;
  out: string;
  skipRare: boolean;
  /** Folder of a sentence-vector model; null for none. */
  embedding: string | null;
}

/** One model and five folds of cross-validation. */
const FITS = 6;
/** Below this many examples a label's answers are little more than guesses. */
const FEW = 10;

/**
 * Learns a classifier from a labelled ledger and writes it to `out`. Returns what a user should know of it. Throws
 * InputError when the file or its labels cannot be learned from.
 */
export async function train(file: string, options: TrainOptions, progress: Progress): Promise<string> {
  const { found, notices } = learnable(readExamples(file, options.label), file, options);
  const tools = await loadTools();
  const named = options.target === 'topic' ? asTopics(found.examples, tools.taxonomy) : null;
  const examples = named?.examples ?? found.examples;
  const stage = progress.stage('训练并交叉验证', FITS);
  const wordScores = wordScoresFor(countLabels(examples).keys(), tools);
  const embed = options.embedding === null ? null : await loadEmbedder(options.embedding);
  const vectors = embed ? await embed(examples) : null;
  const report = () => stage.advance();
  const model = learn(examples, tools, options.target, { wordScores, vectors, report });
  stage.end(`${examples.length} 条，${model.linear.labels.length} 种标签`);
  writeModel(model, options.out);
  const threshold = model.thresholds.find((t) => t.precision === DEFAULT_PRECISION);
  const few = [...countLabels(examples)].filter(([, n]) => n < FEW).map(([name, n]) => `${name}（${n}）`);
  return [
    ...notices,
    ...(named ? [named.says] : []),
    ...(few.length > 0 ? [`样本不足 ${FEW} 条的标签，判断不可靠：${few.join('、')}`] : []),
    `交叉验证：准确率九成时可自动判断 ${percent(threshold?.coverage ?? 0)}，其余交人工复核`,
    ...(vectors ? [model.embedding ? '句向量有帮助，已一并使用' : '句向量没有帮助，未使用'] : []),
    `模型：${options.out}`,
    '',
  ].join('\n');
}

/**
 * Labels as ids of the taxonomy, by its ids, names and aliases, so that the model can be used in a run; as they stand
 * when one of them is none of these.
 */
export function asTopics(
  examples: readonly Example[],
  taxonomy: Taxonomy,
): { examples: readonly Example[]; says: string } {
  const ids = topicIds(taxonomy);
  const strange = [...countLabels(examples).keys()].filter((label) => !ids.has(label));
  if (strange.length > 0) {
    const shown = strange.slice(0, 5).join('、') + (strange.length > 5 ? ` 等 ${strange.length} 种` : '');
    const remedy = '要用于 run，请把它们写进 taxonomy.yaml 中对应主题的 aliases 后重新训练';
    return { examples, says: `有标签不在主题词表里（${shown}），按原样训练；${remedy}` };
  }
  const mapped = examples.map((e) => ({
    ...e,
    labels: [...new Set(e.labels.map((label) => ids.get(label) ?? label))],
  }));
  return { examples: mapped, says: '标签已对应到主题词表，模型可写进 jianyan.yaml 的 models' };
}

/** The id of a topic by its id, name and aliases. */
export function topicIds(taxonomy: Taxonomy): Map<string, string> {
  return new Map(
    taxonomy.topics.flatMap((t) =>
      [t.id, t.name, ...t.aliases].map((name): [string, string] => [name, t.id]),
    ),
  );
}

/** The examples to learn from, and what was left out. Throws InputError when there is nothing to learn. */
export function learnable(
  read: Examples,
  file: string,
  options: { label: string; skipRare: boolean },
): { found: Examples; notices: string[] } {
  const { kept, skipped } = options.skipRare ? skipRare(read) : { kept: read, skipped: [] };
  assertLearnable(kept, basename(file), options.label);
  const notices = [
    ...(read.unlabelled > 0 ? [`没有标签的行，未使用：${read.unlabelled} 行`] : []),
    ...(read.empty > 0 ? [`没有标题和正文的行，未使用：${read.empty} 行`] : []),
    ...(skipped.length > 0 ? [`只出现一次的标签，已略去：${skipped.join('、')}`] : []),
  ];
  return { found: kept, notices };
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
