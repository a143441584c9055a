import { quantile } from 'd3-array';
import { type Cube, crossSum, narrow, type Where } from './cube.ts';
import { Z95 } from './wilson.ts';

/** z of a two-sided 99.8 % limit. */
const Z998 = 3.090232306167813;
/** Below this many the limits by the normal distribution mean nothing, and no verdict is given. */
export const LEAST = 10;

/** Answers of one department about one topic. */
export interface Cell {
  department: string;
  topic: string;
  numerator: number;
  denominator: number;
}

/** Beyond the 95 % or the 99.8 % limits, within them, or too few to say. */
export type Verdict = 'few' | 'far_below' | 'below' | 'within' | 'above' | 'far_above';

export interface Standing {
  department: string;
  numerator: number;
  denominator: number;
  /** In [0, 1]. */
  rate: number;
  verdict: Verdict;
  /** Rate drawn towards the mean of all by how little it rests on; what a ranking sorts by, always beside its n. */
  shrunken: number;
  /** What the department would have with the rates of all departments in each of its topics. */
  expected: number;
  /** Observed over expected with its 95 % interval; null when nothing is expected. */
  ratio: { value: number; low: number; high: number } | null;
}

export interface Comparison {
  /** Rate of all departments together, the middle of the funnel. */
  mean: number;
  /** By how much departments scatter more than chance; 1 when they do not. */
  overdispersion: number;
  /** By shrunken rate, best first. */
  standings: Standing[];
}

/**
 * Departments side by side, fairly. Limits: Spiegelhalter 2005, Funnel plots for comparing institutional performance,
 * Stat. Med. 24:1185–1202, multiplicative overdispersion from z-scores winsorised at 10 %. Shrinking: beta-binomial by
 * moments, Kleinman 1973, JASA 68:46–54. Expected: indirect standardisation by topic, Breslow and Day 1987, vol. II.
 */
export function compareDepartments(cells: readonly Cell[]): Comparison {
  const counted = cells.filter((c) => c.denominator > 0);
  const byTopic = sumBy(counted, (c) => c.topic);
  const byDepartment = sumBy(counted, (c) => c.department);
  const all = add(counted);
  const mean = all.denominator === 0 ? 0 : all.numerator / all.denominator;
  const units = [...byDepartment.values()];
  const overdispersion = scatter(units, mean);
  const prior = priorStrength(units, mean);
  const standings = [...byDepartment].map(([department, own]): Standing => {
    const { numerator, denominator } = own;
    return {
      department,
      numerator,
      denominator,
      rate: numerator / denominator,
      verdict: judge(own, mean, overdispersion),
      shrunken: prior === null ? mean : (numerator + prior * mean) / (denominator + prior),
      ...standardise(
        counted.filter((c) => c.department === department),
        byTopic,
      ),
    };
  });
  standings.sort(
    (a, b) =>
      b.shrunken - a.shrunken || b.denominator - a.denominator || (a.department < b.department ? -1 : 1),
  );
  return { mean, overdispersion, standings };
}

/** The 95 % and 99.8 % limits of a rate of `n`, in [0, 1]. */
export function funnelLimits(
  { mean, overdispersion }: Pick<Comparison, 'mean' | 'overdispersion'>,
  n: number,
) {
  const spread = Math.sqrt((overdispersion * mean * (1 - mean)) / n);
  const around = (z: number) => [Math.max(0, mean - z * spread), Math.min(1, mean + z * spread)] as const;
  const [[low95, high95], [low998, high998]] = [around(Z95), around(Z998)];
  return { low95, high95, low998, high998 };
}

/**
 * What a metric counts for each department and topic, answers each for itself (件次). A department of which a number is
 * withheld (NaN) is left out: the rest of it would be compared as if it were the whole.
 */
export function departmentCells(cube: Cube, id: string, where: Where = {}): Cell[] {
  const metric = cube.metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  const own = narrow(cube, metric.unit === '件' ? { ...where, is_first: true } : where);
  const [numerators, denominators] = [metric.numerator, metric.denominator].map((measures) =>
    measures.map((measure) => crossSum(own, ['department', 'topic'], measure)),
  );
  const departments = [...(denominators?.[0]?.keys() ?? [])].filter((department) => department !== null);
  return departments.flatMap((department) => {
    const topics = [...(denominators?.[0]?.get(department)?.keys() ?? [])];
    const cells = topics.map((topic): Cell => {
      const total = (sums: typeof numerators) =>
        (sums ?? []).reduce((sum, of) => sum + (of.get(department)?.get(topic) ?? 0), 0);
      return {
        department: String(department),
        topic: String(topic),
        numerator: total(numerators),
        denominator: total(denominators),
      };
    });
    return cells.some((c) => Number.isNaN(c.numerator + c.denominator))
      ? []
      : cells.filter((c) => c.denominator > 0);
  });
}

interface Count {
  numerator: number;
  denominator: number;
}

function add(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, c) => ({ numerator: sum.numerator + c.numerator, denominator: sum.denominator + c.denominator }),
    { numerator: 0, denominator: 0 },
  );
}

function sumBy(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const cell of cells) sums.set(key(cell), add([sums.get(key(cell)) ?? add([]), cell]));
  return sums;
}

function zScore({ numerator, denominator }: Count, mean: number): number {
  const spread = Math.sqrt((mean * (1 - mean)) / denominator);
  return spread === 0 ? 0 : (numerator / denominator - mean) / spread;
}

/** Mean square of the z-scores, the lowest and highest tenth drawn in; never below 1: limits are not narrowed. */
function scatter(units: readonly Count[], mean: number): number {
  const scores = units.map((u) => zScore(u, mean));
  const [low = 0, high = 0] = [quantile(scores, 0.1), quantile(scores, 0.9)];
  const drawn = scores.map((z) => Math.min(high, Math.max(low, z)));
  return Math.max(1, drawn.reduce((sum, z) => sum + z * z, 0) / Math.max(1, drawn.length));
}

/** α + β of the beta distribution of the departments' true rates; null when they do not differ beyond chance. */
function priorStrength(units: readonly Count[], mean: number): number | null {
  const total = units.reduce((sum, u) => sum + u.denominator, 0);
  const squares = units.reduce((sum, u) => sum + u.denominator ** 2, 0);
  const chi = units.reduce((sum, u) => sum + zScore(u, mean) ** 2, 0);
  const freedom = units.length - 1;
  const correlation = (chi - freedom) / (total - squares / total - freedom);
  if (!(correlation > 0)) return null;
  return 1 / Math.min(correlation, 1) - 1;
}

function judge(own: Count, mean: number, overdispersion: number): Verdict {
  if (own.denominator < LEAST) return 'few';
  const z = zScore(own, mean) / Math.sqrt(overdispersion);
  if (Math.abs(z) <= Z95) return 'within';
  if (Math.abs(z) <= Z998) return z < 0 ? 'below' : 'above';
  return z < 0 ? 'far_below' : 'far_above';
}

function standardise(
  cells: readonly Cell[],
  byTopic: ReadonlyMap<string, Count>,
): Pick<Standing, 'expected' | 'ratio'> {
  let [observed, expected, variance] = [0, 0, 0];
  for (const { topic, numerator, denominator } of cells) {
    const reference = byTopic.get(topic) ?? add([]);
    const p = reference.numerator / reference.denominator;
    observed += numerator;
    expected += denominator * p;
    variance += denominator * p * (1 - p);
  }
  if (expected === 0) return { expected, ratio: null };
  const half = (Z95 * Math.sqrt(variance)) / expected;
  const value = observed / expected;
  return { expected, ratio: { value, low: Math.max(0, value - half), high: value + half } };
}
