import { wilson } from '../outcome/wilson.ts';

/** What a person decided about a case, and how sure the machine had been, in [0, 1]. */
export interface Decision {
  score: number;
  agreed: boolean;
}

/** Cases with scores from `low` up to, not including, `high`; 1 belongs to the last. */
export interface ScoreBin {
  low: number;
  high: number;
  cases: number;
  /** Mean score of the cases; null without any. */
  stated: number | null;
  /** Decisions among them, and how many agreed with the machine. */
  decided: number;
  agreed: number;
}

const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 1];

export function binScores(scores: readonly number[], decisions: readonly Decision[]): ScoreBin[] {
  return EDGES.slice(0, -1).map((low, i) => {
    const high = EDGES[i + 1] ?? 1;
    const isIn = (score: number) => score >= low && (score < high || high === 1);
    const cases = scores.filter(isIn);
    const decided = decisions.filter((d) => isIn(d.score));
    const stated = cases.length === 0 ? null : cases.reduce((sum, s) => sum + s, 0) / cases.length;
    const agreed = decided.filter((d) => d.agreed).length;
    return { low, high, cases: cases.length, stated, decided: decided.length, agreed };
  });
}

/**
 * How many of all cases the machine has right, from decisions that are no random sample because the least certain cases
 * come first: each bin counts as much as it has cases (post-stratification, Cochran 1977, Sampling techniques, 5A.9).
 * Bins without decisions are bounded by none and all right, others by their Wilson interval: low and high hold for all
 * bins at once and are therefore wider than 95 %. Null without decisions.
 */
export function estimateAccuracy(bins: readonly ScoreBin[]): { low: number; high: number } | null {
  const cases = bins.reduce((sum, bin) => sum + bin.cases, 0);
  if (cases === 0 || bins.every((bin) => bin.decided === 0)) return null;
  const bounds = bins.map((bin) => ({ bin, bounds: wilson(bin.agreed, bin.decided) }));
  const weigh = (end: 0 | 1) => bounds.reduce((sum, b) => sum + (b.bin.cases / cases) * b.bounds[end], 0);
  return { low: weigh(0), high: weigh(1) };
}

export interface Threshold {
  score: number;
  /** Share of all cases with at least this score. */
  coverage: number;
  /** Their mean score: the share that is right if the scores hold; null without cases. */
  stated: number | null;
  decided: number;
  agreed: number;
}

/** What is left to the machine, and how well it does, when cases below a score go to a person. */
export function weighThresholds(
  scores: readonly number[],
  decisions: readonly Decision[],
  thresholds: readonly number[],
): Threshold[] {
  return thresholds.map((score) => {
    const above = scores.filter((s) => s >= score);
    const decided = decisions.filter((d) => d.score >= score);
    return {
      score,
      coverage: scores.length === 0 ? 0 : above.length / scores.length,
      stated: above.length === 0 ? null : above.reduce((sum, s) => sum + s, 0) / above.length,
      decided: decided.length,
      agreed: decided.filter((d) => d.agreed).length,
    };
  });
}
