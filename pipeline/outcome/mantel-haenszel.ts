import type { Share } from './difference.ts';
import { Z95 } from './wilson.ts';

/** Those with and those without, within one topic, department …. */
export interface Stratum {
  exposed: Share;
  unexposed: Share;
}

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Adjusted {
  /** Odds of those with over odds of those without; null where no stratum says anything. */
  oddsRatio: Estimate | null;
  /** Rate of those with minus rate of those without, in [−1, 1]. */
  riskDifference: Estimate | null;
  /** Strata that have both, and how many are counted in them. */
  strata: number;
  counted: number;
}

/**
 * The difference that is left within strata, with 95 % intervals. Odds ratio: Mantel and Haenszel 1959 (JNCI
 * 22:719–748), variance of Robins, Breslow and Greenland 1986 (Biometrics 42:311–323). Difference: Greenland and Robins
 * 1985, variance of Sato 1989 (Biometrics 45:1323–1324). Both hold for few large and for many small strata.
 */
export function mantelHaenszel(strata: readonly Stratum[]): Adjusted {
  const both = strata.filter((s) => s.exposed.denominator > 0 && s.unexposed.denominator > 0);
  const counted = both.reduce((sum, s) => sum + s.exposed.denominator + s.unexposed.denominator, 0);
  return { oddsRatio: oddsRatio(both), riskDifference: riskDifference(both), strata: both.length, counted };
}

function oddsRatio(strata: readonly Stratum[]): Estimate | null {
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const { exposed, unexposed } of strata) {
    const [a, c] = [exposed.numerator, unexposed.numerator];
    const [b, d] = [exposed.denominator - a, unexposed.denominator - c];
    const n = a + b + c + d;
    const [p, q, ri, si] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n];
    r += ri;
    s += si;
    pr += p * ri;
    psqr += p * si + q * ri;
    qs += q * si;
  }
  if (r === 0 || s === 0) return null;
  const spread = Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
  const value = r / s;
  return { value, low: value * Math.exp(-Z95 * spread), high: value * Math.exp(Z95 * spread) };
}

function riskDifference(strata: readonly Stratum[]): Estimate | null {
  let [top, weight, p, q] = [0, 0, 0, 0];
  for (const { exposed, unexposed } of strata) {
    const [a, n1, b, n0] = [
      exposed.numerator,
      exposed.denominator,
      unexposed.numerator,
      unexposed.denominator,
    ];
    const n = n1 + n0;
    top += (a * n0 - b * n1) / n;
    weight += (n1 * n0) / n;
    p += (n1 * n1 * b - n0 * n0 * a + (n1 * n0 * (n0 - n1)) / 2) / (n * n);
    q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
  }
  if (weight === 0) return null;
  const value = top / weight;
  const half = Z95 * Math.sqrt(Math.max(0, value * p + q) / weight ** 2);
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) };
}
