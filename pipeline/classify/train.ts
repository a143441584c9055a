import { basename } from 'node:path';
import type { Progress } from '../progress.ts';
import { assertLearnable, countLabels, type Examples, readExamples, skipRare } from './examples.ts';
import { DEFAULT_PRECISION, learn } from './learned.ts';
import { writeModel } from './model-file.ts';
import { loadTools, wordScoresFor } from './prepare.ts';

export interface TrainOptions {
  /** What the labels are; written into the model. */
  target: string;
  /** The column that holds them. */
  label: string;
  out: string;
  skipRare: boolean;
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
  const stage = progress.stage('训练并交叉验证', FITS);
  const tools = await loadTools();
  const wordScores = wordScoresFor(countLabels(found.examples).keys(), tools);
  const model = learn(found.examples, tools, options.target, wordScores, () => stage.advance());
  stage.end(`${found.examples.length} 条，${model.linear.labels.length} 种标签`);
  writeModel(model, options.out);
  const threshold = model.thresholds.find((t) => t.precision === DEFAULT_PRECISION);
  const few = [...countLabels(found.examples)]
    .filter(([, n]) => n < FEW)
    .map(([name, n]) => `${name}（${n}）`);
  return [
    ...notices,
    ...(few.length > 0 ? [`样本不足 ${FEW} 条的标签，判断不可靠：${few.join('、')}`] : []),
    `交叉验证：准确率九成时可自动判断 ${percent(threshold?.coverage ?? 0)}，其余交人工复核`,
    `模型：${options.out}`,
    '',
  ].join('\n');
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
