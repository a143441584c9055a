import type { Tokenizer } from '../text/tokenize.ts';
import {
  type Calibration,
  calibrate,
  logLoss,
  probabilities,
  type Scored,
  type Threshold,
  thresholdFor,
} from './calibrate.ts';
import type { Document, Prepared } from './features.ts';
import { decide, fitLinear, type LinearModel } from './linear.ts';
import type { Tools } from './prepare.ts';
import { scratch } from './vectorize.ts';

/** A labelled document: what a user's ledger or data/examples.csv holds. */
export interface Example extends Document {
  id: string;
  /** One label, or several. */
  labels: string[];
  year: number | null;
}

/** Everything that `train` learns; model-file.ts writes and reads it. */
export interface LearnedModel {
  /** What the labels are: topic, department, or a column of the user's own. */
  target: string;
  linear: LinearModel;
  /** How much the scores of the word classifier add to these, for labels that are the taxonomy's; else 0. */
  words: number;
  calibration: Calibration;
  /** Scores for precisions from 0.5 to 0.99, measured out of fold. */
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
/** Weights of the word classifier that are tried. */
const WORD_WEIGHTS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];

/** The word classifier's score of each of the labels, in [0, 1], in their order. */
export type WordScores = (document: Document, labels: readonly string[]) => Float64Array;

/**
 * Learns from examples. `wordScores` is given where the labels are the taxonomy's topics: how much it counts is chosen
 * on out-of-fold scores. `report` hears of every fold. Same examples, same model.
 */
export function learn(
  examples: readonly Example[],
  { prepare, tokenize }: Pick<Tools, 'prepare' | 'tokenize'>,
  target: string,
  wordScores: WordScores | null = null,
  report: () => void = () => {},
): LearnedModel {
  const prepared = examples.map(prepare);
  const linear = fitLinear(
    prepared,
    examples.map((e) => e.labels),
    tokenize,
  );
  report();
  const plain = crossValidate(examples, prepared, linear.labels, FOLDS, tokenize, report);
  const byWords = wordScores ? examples.map((e) => wordScores(e, linear.labels)) : [];
  const tried = (wordScores ? WORD_WEIGHTS : [0]).map((words) => {
    const scored = plain.map((s, i) => ({ ...s, scores: added(s.scores, byWords[i], words) }));
    const calibration = calibrate(scored, kindOf(examples));
    const answers = scored.map(({ scores, right }) => topAnswer(probabilities(scores, calibration), right));
    return { words, calibration, answers, loss: logLoss(scored, calibration) };
  });
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  return {
    target,
    linear,
    words: best.words,
    calibration: best.calibration,
    thresholds: PRECISIONS.map((precision) => thresholdFor(best.answers, precision)),
    examples: examples.map((e) => ({
      title: (e.title || e.text).slice(0, 60),
      label: e.labels.join('、'),
    })),
  };
}

function added(scores: Float64Array, more: Float64Array | undefined, weight: number): Float64Array {
  return weight === 0 ? scores : scores.map((score, i) => score + weight * (more?.[i] ?? 0));
}

export function kindOf(examples: readonly Example[]): Calibration['kind'] {
  return examples.some((e) => e.labels.length > 1) ? 'several' : 'single';
}

/**
 * Scores of every example by a model that has not seen it, in the order of the examples. Each label's examples are
 * dealt to the folds in turn, so every fold has its share; a label unknown to a fold's model scores lowest.
 */
export function crossValidate(
  examples: readonly Example[],
  prepared: readonly Prepared[],
  labels: readonly string[],
  folds: number,
  tokenize: Tokenizer,
  report: () => void = () => {},
): Scored[] {
  const place = new Map(labels.map((label, i) => [label, i]));
  const dealt = new Map<string, number>();
  const foldOf = examples.map((e) => {
    const key = e.labels.join('|');
    const n = dealt.get(key) ?? 0;
    dealt.set(key, n + 1);
    return n % folds;
  });
  const scored: Scored[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const kept = examples.flatMap((_, i) => (foldOf[i] === fold ? [] : [i]));
    const pick = <T>(list: readonly T[]): T[] => kept.flatMap((i) => list[i] ?? []);
    const model = fitLinear(
      pick(prepared),
      pick(examples).map((e) => e.labels),
      tokenize,
    );
    const s = scratch(model.vocabulary.hashes.length);
    const own = new Float64Array(model.labels.length);
    for (const [i, example] of examples.entries()) {
      const document = prepared[i];
      if (foldOf[i] !== fold || !document) continue;
      decide(model, document, s, own);
      const scores = new Float64Array(labels.length).fill(Math.min(...own) - 1);
      for (const [k, label] of model.labels.entries()) scores[place.get(label) ?? 0] = own[k] ?? 0;
      scored[i] = { scores, right: example.labels.flatMap((label) => place.get(label) ?? []), fold };
    }
    report();
  }
  return scored;
}

export function topAnswer(p: Float64Array, right: readonly number[]): { score: number; right: boolean } {
  const first = p.indexOf(p.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  return { score: p[first] ?? 0, right: right.includes(first) };
}

/**
 * The classifier of a model. `byWords` are the word classifier's scores of the labels, in their order, null where the
 * model does not use them. `precision` is what the user wants of answers that nobody looks at.
 */
export function learnedClassifier(
  model: LearnedModel,
  precision = DEFAULT_PRECISION,
): (document: Prepared, byWords: Float64Array | null) => Answer {
  const { labels, vocabulary } = model.linear;
  const s = scratch(vocabulary.hashes.length);
  const own = new Float64Array(labels.length);
  const threshold = model.thresholds.find((t) => t.precision >= precision)?.score ?? 1.01;
  return (document, byWords) => {
    const known = decide(model.linear, document, s, own);
    const scores = added(own, byWords ?? undefined, model.words);
    const p = probabilities(scores, model.calibration);
    const ranking = labels
      .map((label, i) => ({ label, score: known === 0 ? 0 : Math.round((p[i] ?? 0) * 1000) / 1000, i }))
      .sort((a, b) => b.score - a.score || (scores[b.i] ?? 0) - (scores[a.i] ?? 0))
      .map(({ label, score }) => ({ label, score }));
    return { ranking, review: known === 0 || (ranking[0]?.score ?? 0) < threshold };
  };
}
