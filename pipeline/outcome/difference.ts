import { wilson } from './wilson.ts';

/** A share: so many of so many. */
export interface Share {
  numerator: number;
  denominator: number;
}

/**
 * By how much a share grew from `before` to `after`, with its 95 % interval, in [−1, 1]; null when one has nothing to
 * count. Newcombe 1998, Interval estimation for the difference between independent proportions, Stat. Med. 17:873–890,
 * method 10.
 */
export function difference(before: Share, after: Share): { value: number; low: number; high: number } | null {
  if (before.denominator === 0 || after.denominator === 0) return null;
  const [p1, p2] = [after.numerator / after.denominator, before.numerator / before.denominator];
  const [low1, high1] = wilson(after.numerator, after.denominator);
  const [low2, high2] = wilson(before.numerator, before.denominator);
  const value = p1 - p2;
  return {
    value,
    low: value - Math.hypot(p1 - low1, high2 - p2),
    high: value + Math.hypot(high1 - p1, p2 - low2),
  };
}
