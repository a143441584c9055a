import { InputError } from '../errors.ts';
import {
  type Calibration,
  calibrate,
  logLoss,
  probabilities,
  type Scored,
  SURE_Z,
  type Threshold,
  thresholdFor,
} from './calibrate.ts';
import { crossValidate } from './cross-validate.ts';
import { type DenseModel, decideDense, fitDense } from './dense.ts';
import type { Example, WordScores } from './example.ts';
import type { Prepared } from './features.ts';
import { decide, fitLinear, type LinearModel } from './linear.ts';
import type { Tools } from './prepare.ts';
import { scratch } from './vectorize.ts';

/** Everything that `train` learns; model-file.ts writes and reads it. */
export interface LearnedModel {
  /** What the labels are: topic, department, or a column of the user's own. */
  target: string;
  linear: LinearModel;
  /** How much the scores of the word classifier add to these, for labels that are the taxonomy's; else 0. */
  words: number;
  /** The part of sentence vectors, and how much it adds; null where none were used or they did not help. */
  embedding: (DenseModel & { share: number }) | null;
  calibration: Calibration;
  /** Scores for precisions from 0.5 to 0.99, measured out of fold, with a margin for other documents. */
  thresholds: Threshold[];
  /** What was learned from, for the nearest labelled examples: title (else the beginning of the text) and label. */
  examples: { title: string; label: string }[];
}

/** An answer of any classifier. Same shape for words, learned and embedded ones. */
export interface Answer {
  /** All labels, best first, with probabilities in [0, 1]. */
  ranking: { label: string; score: number }[];
  /** A person must look. */
  review: boolean;
}

/** Precisions for which a threshold is kept: a user may ask for any of them. */
const PRECISIONS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97, 0.99];
export const DEFAULT_PRECISION = 0.9;
const FOLDS = 5;
/** Weights of words and sentence vectors that are tried. */
const WEIGHTS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];

export interface LearnOptions {
  /** Given where the labels are the taxonomy's topics. */
  wordScores?: WordScores | null;
  /** Sentence vectors of the examples, where a model for them is at hand. */
  vectors?: readonly Float32Array[] | null;
  /** Hears of every fit: one of all examples, then one of each fold. */
  report?: () => void;
}

/**
 * Learns from examples. How much words and sentence vectors count beside the linear model is chosen by the log loss of
 * out-of-fold scores. Same examples, same model.
 */
export function learn(
  examples: readonly Example[],
  { prepare, tokenize }: Pick<Tools, 'prepare' | 'tokenize'>,
  target: string,
  { wordScores = null, vectors = null, report = () => {} }: LearnOptions = {},
): LearnedModel {
  const prepared = examples.map(prepare);
  const own = examples.map((e) => e.labels);
  const linear = fitLinear(prepared, own, tokenize);
  const { labels } = linear;
  report();
  const plain = crossValidate({ examples, prepared, vectors, labels }, FOLDS, tokenize, report);
  const kind = kindOf(examples);
  const byWords = wordScores ? examples.map((e) => wordScores(e, labels)) : null;
  const words = choose(plain, byWords, kind);
  const both = plain.map((s, i) => ({ ...s, scores: added(s.scores, byWords?.[i], words) }));
  const share = choose(both, vectors ? plain.map((s) => s.dense) : null, kind);
  const scored = both.map((s) => ({ ...s, scores: added(s.scores, s.dense, share) }));
  const calibration = calibrate(scored, kind);
  const answers = scored.map(({ scores, right }) => topAnswer(probabilities(scores, calibration), right));
  return {
    target,
    linear,
    words,
    embedding: vectors && share > 0 ? { share, ...fitDense(vectors, own, labels) } : null,
    calibration,
    thresholds: PRECISIONS.map((precision) => thresholdFor(answers, precision, SURE_Z)),
    examples: examples.map((e) => ({
      title: (e.title || e.text).slice(0, 60),
      label: e.labels.join('、'),
    })),
  };
}

/** The weight of the other scores beside these that loses least; 0 where there are none. */
export function choose(
  scored: readonly Scored[],
  others: readonly Float64Array[] | null,
  kind: Calibration['kind'],
): number {
  if (!others) return 0;
  const tried = WEIGHTS.map((weight) => {
    const together = scored.map((s, i) => ({ ...s, scores: added(s.scores, others[i], weight) }));
    return { weight, loss: logLoss(together, calibrate(together, kind)) };
  });
  return tried.reduce((a, b) => (b.loss < a.loss ? b : a)).weight;
}

export function added(scores: Float64Array, more: Float64Array | undefined, weight: number): Float64Array {
  return weight === 0 ? scores : scores.map((score, i) => score + weight * (more?.[i] ?? 0));
}

export function kindOf(examples: readonly Example[]): Calibration['kind'] {
  return examples.some((e) => e.labels.length > 1) ? 'several' : 'single';
}

export function topAnswer(p: Float64Array, right: readonly number[]): { score: number; right: boolean } {
  const first = p.indexOf(p.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  return { score: p[first] ?? 0, right: right.includes(first) };
}

/** What a model hears of a document besides its own features. */
export interface Evidence {
  /** The word classifier's scores of the labels, in their order; needed where `model.words` is not 0. */
  byWords?: Float64Array | null;
  /** The sentence vector; needed where `model.embedding` is not null. */
  vector?: Float32Array | null;
}

/** The classifier of a model. `precision` is what the user wants of answers that nobody looks at. */
export function learnedClassifier(
  model: LearnedModel,
  precision = DEFAULT_PRECISION,
): (document: Prepared, evidence?: Evidence) => Answer {
  const { linear, embedding, words, calibration } = model;
  const { labels, vocabulary } = linear;
  const s = scratch(vocabulary.hashes.length);
  const own = new Float64Array(labels.length);
  const threshold = model.thresholds.find((t) => t.precision >= precision)?.score ?? 1.01;
  return (document, { byWords = null, vector = null } = {}) => {
    const known = decide(linear, document, s, own);
    const withWords = byWords ? added(own, byWords, words) : own;
    const scores =
      embedding && vector ? added(withWords, decideDense(embedding, vector), embedding.share) : withWords;
    const p = probabilities(scores, calibration);
    const ranking = labels
      .map((label, i) => ({ label, score: known === 0 ? 0 : Math.round((p[i] ?? 0) * 1000) / 1000, i }))
      .sort((a, b) => b.score - a.score || (scores[b.i] ?? 0) - (scores[a.i] ?? 0))
      .map(({ label, score }) => ({ label, score }));
    return { ranking, review: known === 0 || (ranking[0]?.score ?? 0) < threshold };
  };
}

/** Throws InputError when a model was trained with sentence vectors and there are none now: its scores would be off. */
export function assertEmbedder(model: LearnedModel, hasVectors: boolean, place: string): void {
  if (model.embedding === null || hasVectors) return;
  throw new InputError(
    place,
    '这个模型是连同句向量训练的',
    '请用 --embedding 或 jianyan.yaml 的 models: embedding 写明句向量模型文件夹，或不带句向量重新训练',
  );
}
