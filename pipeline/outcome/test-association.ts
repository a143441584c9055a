import { chiSquaredTail } from './chi-squared.ts';

/** So many of so many of a group within a stratum. */
export interface StratumCount {
  stratum: string;
  group: string;
  numerator: number;
  denominator: number;
}

/**
 * Whether groups (departments) differ in a rate beyond chance, compared within each stratum (topic) only: the
 * generalised Cochran–Mantel–Haenszel test of general association (Landis, Heyman and Koch 1978, Int. Stat. Rev.
 * 46:237–254). With one stratum it is Pearson's test times (N − 1)/N. Null where there is nothing to compare. The
 * distribution is approximate: leave out groups of fewer than some ten.
 */
export function testAssociation(
  counts: readonly StratumCount[],
): { statistic: number; freedom: number; p: number } | null {
  const groups = [...new Set(counts.map((c) => c.group))];
  const excess = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const stratum of new Set(counts.map((c) => c.stratum))) {
    const own = groups.map((group) => add(counts.filter((c) => c.stratum === stratum && c.group === group)));
    addStratum(own, excess, covariance);
  }
  const { statistic, rank } = quadraticForm(excess, covariance);
  return rank === 0 ? null : { statistic, freedom: rank, p: chiSquaredTail(statistic, rank) };
}

interface Count {
  numerator: number;
  denominator: number;
}

function add(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, c) => total + c[key], 0);
  return { numerator: sum('numerator'), denominator: sum('denominator') };
}

/** Adds observed minus expected and its multivariate hypergeometric covariance. */
function addStratum(own: readonly Count[], excess: number[], covariance: number[][]): void {
  const { numerator: m, denominator: n } = add(own);
  if (n < 2) return;
  const spread = (m * (n - m)) / (n * n * (n - 1));
  own.forEach((a, i) => {
    excess[i] = (excess[i] ?? 0) + a.numerator - (a.denominator * m) / n;
    const row = covariance[i] ?? [];
    own.forEach((b, j) => {
      row[j] = (row[j] ?? 0) + spread * ((i === j ? n * a.denominator : 0) - a.denominator * b.denominator);
    });
  });
}

/** d′V⁻d with the rank of V, by elimination; rows that depend on others are left out. */
function quadraticForm(d: readonly number[], v: readonly (readonly number[])[]) {
  const rows = v.map((row, i) => [...row, d[i] ?? 0]);
  const last = d.length;
  const largest = Math.max(0, ...v.map((row, i) => row[i] ?? 0));
  let [statistic, rank] = [0, 0];
  for (let k = 0; k < last; k++) {
    const pivotRow = rows[k] ?? [];
    const pivot = pivotRow[k] ?? 0;
    if (pivot <= largest * 1e-9) continue;
    rank += 1;
    statistic += (pivotRow[last] ?? 0) ** 2 / pivot;
    for (let i = k + 1; i < last; i++) {
      const row = rows[i] ?? [];
      const factor = (row[k] ?? 0) / pivot;
      for (let j = k; j <= last; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return { statistic, rank };
}
