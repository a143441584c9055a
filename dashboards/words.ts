export { inWords, OUTCOME_WORDS, RATING_WORDS } from '../pipeline/outcome/words.ts';

/** 12.3% with one decimal, correctly rounded; — without a denominator. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${(Math.round((numerator * 1000) / denominator) / 10).toFixed(1)}%`;
}

/**
 * The Wilson 95 % interval of a share, as [low, high] in [0, 1] (Wilson 1927, Probable inference …, JASA 22:209–212).
 * [0, 1] for a denominator of 0.
 */
export function wilson(numerator: number, denominator: number): [number, number] {
  if (denominator === 0) return [0, 1];
  const z = 1.959963984540054;
  const p = numerator / denominator;
  const centre = (p + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half =
    (z / (1 + (z * z) / denominator)) *
    Math.sqrt((p * (1 - p)) / denominator + (z * z) / (4 * denominator ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
