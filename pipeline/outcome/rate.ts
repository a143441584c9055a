import {
  type Cube,
  compareValues,
  type DimensionValue,
  dimension,
  measureOf,
  narrow,
  type Where,
} from './cube.ts';
import { definition, type Metric } from './metrics-of.ts';
import { wilson } from './wilson.ts';

/** Which rows are counted, and how: 件 counts a proposal once, 件次 each answering department. */
export interface Slice {
  where?: Where;
  per?: '件' | '件次';
}

export interface Rate {
  metric: Metric;
  per: '件' | '件次' | '项';
  /** NaN where a number that it needs is withheld; so is the rate then null. */
  numerator: number;
  denominator: number;
  excluded: { why: string; count: number }[];
  /** In [0, 1]; null when nothing can be counted. */
  rate: number | null;
  /** Wilson 95 % interval; [0, 1] when nothing can be counted. */
  low: number;
  high: number;
  /** The formula with its exclusions, as a footnote. */
  definition: string;
}

/** A rate as a sum over a sum. Throws when the cube has no such metric or column: that is a bug. */
export function rate(cube: Cube, id: string, slice: Slice = {}): Rate {
  const { metric, per, counted } = prepare(cube, id, slice);
  return toRate(metric, per, (measures) => totals(counted, measures, null)[0] ?? 0);
}

/** The same for every value of a dimension: numbers and texts ascending, not known last. */
export function rates(cube: Cube, id: string, by: string, slice: Slice = {}): Map<DimensionValue, Rate> {
  const { metric, per, counted } = prepare(cube, id, slice);
  const { codes, values } = dimension(counted, by);
  const present = new Uint8Array(values.length);
  for (let i = 0; i < counted.rows.length; i++) present[codes[counted.rows[i] ?? 0] ?? 0] = 1;
  const sums = new Map<string, Float64Array>();
  const sumsOf = (measures: readonly string[]) => {
    const key = measures.join();
    const known = sums.get(key) ?? totals(counted, measures, by);
    sums.set(key, known);
    return known;
  };
  return new Map(
    values
      .map((value, code) => ({ value, code }))
      .filter(({ code }) => present[code] === 1)
      .sort((a, b) => compareValues(a.value, b.value))
      .map(({ value, code }) => [value, toRate(metric, per, (measures) => sumsOf(measures)[code] ?? 0)]),
  );
}

function prepare(cube: Cube, id: string, { where = {}, per = '件' }: Slice) {
  const metric = cube.metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  const unit = metric.unit ?? per;
  return { metric, per: unit, counted: narrow(cube, unit === '件' ? { ...where, is_first: true } : where) };
}

function toRate(metric: Metric, per: Rate['per'], sum: (measures: readonly string[]) => number): Rate {
  const numerator = sum(metric.numerator);
  const denominator = sum(metric.denominator);
  const excluded = metric.excluded.map(({ measure, why }) => ({ why, count: sum([measure]) }));
  const isKnown = denominator > 0 && !Number.isNaN(numerator);
  const [low, high] = isKnown ? wilson(numerator, denominator) : [0, 1];
  return {
    metric,
    per,
    numerator,
    denominator,
    excluded: excluded.filter(({ count }) => count > 0),
    rate: isKnown ? numerator / denominator : null,
    low,
    high,
    definition: definition(metric),
  };
}

/** Sums over the measures for each code of a dimension, or one sum over all. */
function totals(cube: Cube, measures: readonly string[], by: string | null): Float64Array {
  const codes = by === null ? null : dimension(cube, by).codes;
  const sums = new Float64Array(by === null ? 1 : dimension(cube, by).values.length);
  for (const name of measures) {
    const counts = measureOf(cube, name);
    for (let i = 0; i < cube.rows.length; i++) {
      const row = cube.rows[i] ?? 0;
      const code = codes === null ? 0 : (codes[row] ?? 0);
      sums[code] = (sums[code] ?? 0) + (counts[row] ?? 0);
    }
  }
  return sums;
}
