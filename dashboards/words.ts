export {
  inWords,
  OUTCOME_WORDS,
  PROMISE_WORDS,
  RATING_WORDS,
  ROLE_WORDS,
} from '../pipeline/outcome/words.ts';

/** 12.3% with one decimal, correctly rounded; — without a denominator. */
export function percent(numerator: number, denominator: number): string {
  return denominator === 0 ? '—' : `${(Math.round((numerator * 1000) / denominator) / 10).toFixed(1)}%`;
}

/** 12.3% of a share in [0, 1]. */
export function share(value: number): string {
  return `${(Math.round(value * 1000) / 10).toFixed(1)}%`;
}

/** 95% 区间 a–b%，n=… */
export function interval({
  low,
  high,
  denominator,
}: {
  low: number;
  high: number;
  denominator: number;
}): string {
  return `95% 区间 ${bounds({ low, high })}，n=${denominator}`;
}

/** 37.4–45.3% */
export function bounds({ low, high }: { low: number; high: number }): string {
  return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%`;
}
