import { errorFunction } from 'simple-statistics';

/** So many of so many in a year. */
export interface YearCount {
  name: string;
  year: number;
  numerator: number;
  denominator: number;
}

export interface RateTrend {
  name: string;
  /** Rates of the first and the last year, in [0, 1]. */
  first: number;
  last: number;
  /** Positive when the rate rises. */
  z: number;
  /** Two-sided, and adjusted for testing every name. */
  p: number;
  q: number;
  direction: 'rising' | 'fading' | null;
}

/** Share of false discoveries that is accepted among the rates told as rising or fading. */
const FALSE_DISCOVERIES = 0.05;

/**
 * Which rates rise or fall over the years, in the order of q. Cochran–Armitage test for trend (Armitage 1955, Biometrics
 * 11:375–386), false discoveries controlled after Benjamini and Hochberg 1995 (JRSS B 57:289–300). Years in which a
 * name has no denominator are left out; empty with fewer than three years.
 */
export function rateTrends(counts: readonly YearCount[]): RateTrend[] {
  const counted = counts.filter((c) => c.denominator > 0);
  if (new Set(counted.map((c) => c.year)).size < 3) return [];
  const names = [...new Set(counted.map((c) => c.name))];
  return adjust(
    names.map((name) => {
      const own = counted.filter((c) => c.name === name).sort((a, b) => a.year - b.year);
      return testTrend(name, own);
    }),
  );
}

function testTrend(name: string, own: readonly YearCount[]): Omit<RateTrend, 'q' | 'direction'> {
  const all = sum(own.map((c) => c.denominator));
  const mean = sum(own.map((c) => c.numerator)) / all;
  const middle = sum(own.map((c) => c.denominator * c.year)) / all;
  const trend = sum(own.map((c) => (c.year - middle) * (c.numerator - c.denominator * mean)));
  const variance = mean * (1 - mean) * sum(own.map((c) => c.denominator * (c.year - middle) ** 2));
  const z = variance === 0 ? 0 : trend / Math.sqrt(variance);
  const rate = (c: YearCount | undefined) => (c ? c.numerator / c.denominator : 0);
  return { name, first: rate(own[0]), last: rate(own[own.length - 1]), z, p: twoSided(z) };
}

function adjust(tested: readonly Omit<RateTrend, 'q' | 'direction'>[]): RateTrend[] {
  const sorted = [...tested].sort((a, b) => a.p - b.p || (a.name < b.name ? -1 : 1));
  let smallest = 1;
  const adjusted = sorted.map((t, i) => ({ ...t, q: (t.p * sorted.length) / (i + 1) })).reverse();
  return adjusted
    .map((t): RateTrend => {
      smallest = Math.min(smallest, t.q);
      const direction = t.z > 0 ? 'rising' : 'fading';
      return { ...t, q: smallest, direction: smallest <= FALSE_DISCOVERIES ? direction : null };
    })
    .reverse();
}

/** Probability of a standard normal further from 0 than z. */
function twoSided(z: number): number {
  return Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}
