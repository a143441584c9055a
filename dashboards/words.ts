export { inWords, OUTCOME_WORDS, RATING_WORDS } from '../pipeline/outcome/words.ts';

/** 12.3% with one decimal, correctly rounded; — without a denominator. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${(Math.round((numerator * 1000) / denominator) / 10).toFixed(1)}%`;
}
