/**
 * How scores become probabilities, by Platt's logistic curve on out-of-fold scores.
 * single: exactly one label is right; the curve takes the lead of the first label over the second.
 * several: each label stands on its own; the curve takes its score.
 */
export interface Calibration {
  kind: 'single' | 'several';
  slope: number;
  shift: number;
}

/** Scores of a document that was not learned from, and the places of the labels that are right. */
export interface Scored {
  scores: Float64Array;
  right: readonly number[];
  /** Which part of a cross-validation the document was in. */
  fold: number;
}

/**
 * The probability of each label, in [0, 1]. For `single` the first gets what its lead is worth (measured: the lead
 * tells right from wrong better than a softmax of the scores); the others share the rest by softmax, none above the
 * first, so the sum is at most 1.
 */
export function probabilities(scores: Float64Array, { kind, slope, shift }: Calibration): Float64Array {
  const sigmoid = (score: number) => 1 / (1 + Math.exp(-(slope * score + shift)));
  if (kind === 'several') return scores.map(sigmoid);
  const first = scores.indexOf(scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  const top = scores[first] ?? 0;
  const others = scores.map((score, i) => (i === first ? 0 : Math.exp(slope * (score - top))));
  const sum = others.reduce((a, b) => a + b, 0);
  const lead = top - scores.reduce((a, s, i) => (i === first ? a : Math.max(a, s)), Number.NEGATIVE_INFINITY);
  const p = sum === 0 ? 1 : sigmoid(lead);
  return others.map((other, i) => (i === first ? p : Math.min(p, sum === 0 ? 0 : ((1 - p) * other) / sum)));
}

/** Fits the curve to what was right. */
export function calibrate(scored: readonly Scored[], kind: Calibration['kind']): Calibration {
  const points = scored.flatMap(({ scores, right }) => {
    if (kind === 'several') return Array.from(scores, (x, i): Point => [x, Number(right.includes(i))]);
    const [first = 0, second = first] = Array.from(scores).sort((a, b) => b - a);
    return [[first - second, Number(right.includes(scores.indexOf(first)))] as Point];
  });
  return { kind, ...platt(points) };
}

type Point = [x: number, right: number];

/** Logistic regression of `right` on x by Newton's method, with a slight pull towards 0 so that it always ends. */
function platt(points: readonly Point[]): { slope: number; shift: number } {
  let slope = 0;
  let shift = 0;
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [-1e-3 * shift, -1e-3 * slope, 1e-3, 0, 1e-3];
    for (const [x, right] of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + shift)));
      const w = p * (1 - p);
      g0 += right - p;
      g1 += (right - p) * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [d0, d1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    shift += d0;
    slope += d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-10) break;
  }
  return { slope: Math.max(slope, 0), shift };
}

/** Mean negative logarithm of the probability given to what was right; least is best. */
export function logLoss(scored: readonly Scored[], calibration: Calibration): number {
  const cost = (p: number) => -Math.log(Math.max(1e-6, p));
  const losses = scored.map(({ scores, right }) => {
    const p = probabilities(scores, calibration);
    if (calibration.kind === 'single') return cost(p[right[0] ?? 0] ?? 0);
    return p.reduce((sum, q, i) => sum + cost(right.includes(i) ? q : 1 - q), 0);
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

/** An answer: its stated probability and whether it was right. */
export interface Answered {
  score: number;
  right: boolean;
}

/** A step of the reliability curve. */
export interface Bin {
  from: number;
  to: number;
  documents: number;
  /** Mean stated probability, and the share that was right. */
  stated: number;
  right: number;
}

/** Stated probability against the share that was right, in bins of a tenth; empty bins are left out. */
export function reliability(answers: readonly Answered[]): Bin[] {
  return Array.from({ length: 10 }, (_, i) => {
    const own = answers.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === i);
    const mean = (of: (a: Answered) => number) => own.reduce((sum, a) => sum + of(a), 0) / own.length;
    const [stated, right] = [mean((a) => a.score), mean((a) => Number(a.right))];
    return { from: i / 10, to: (i + 1) / 10, documents: own.length, stated, right };
  }).filter((bin) => bin.documents > 0);
}

/** Expected calibration error: the mean distance between stated and true, weighted by documents, in [0, 1]. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, bin) => sum + bin.documents, 0);
  return bins.reduce((sum, bin) => sum + (bin.documents / all) * Math.abs(bin.stated - bin.right), 0);
}

/** The score from which on at least `precision` of the answers are right, and the share of documents that reach it. */
export interface Threshold {
  precision: number;
  score: number;
  coverage: number;
}

/** Two-sided 95 %: so sure is a threshold that is kept for documents to come. */
export const SURE_Z = 1.96;

/**
 * The lowest score at which those at or above it are right with the given precision; above 1 when there is none. With
 * z > 0 it is the lower end of their Wilson interval that must reach the precision: a threshold for other documents
 * than these (at 0.9 and z = 1.96 from 35 answers on, all of them right).
 */
export function thresholdFor(answers: readonly Answered[], precision: number, z = 0): Threshold {
  const sorted = [...answers].sort((a, b) => b.score - a.score);
  let found: Threshold = { precision, score: 1.01, coverage: 0 };
  let right = 0;
  for (const [i, answer] of sorted.entries()) {
    right += Number(answer.right);
    const isLastOfScore = sorted[i + 1]?.score !== answer.score;
    if (isLastOfScore && wilsonLow(right, i + 1, z) >= precision) {
      found = { precision, score: answer.score, coverage: (i + 1) / sorted.length };
    }
  }
  return found;
}

/** Lower end of the Wilson score interval (Wilson 1927) of `right` in n; the share itself when z is 0. */
function wilsonLow(right: number, n: number, z: number): number {
  const p = right / n;
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return (p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n);
}
