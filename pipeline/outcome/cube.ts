import type { Metric } from './metrics-of.ts';

export type DimensionValue = string | number | boolean | null;

/** A dimension of the cube, column-wise: `values[codes[row]]` is the row's value. */
export interface Dimension {
  codes: ArrayLike<number>;
  values: readonly DimensionValue[];
}

/** A row of mart.cube or mart.entries: dimensions as text, measures as whole numbers. */
export type CubeRow = Readonly<Record<string, DimensionValue>>;

/**
 * All that a rate is computed from; the same in the dashboard, the report and the notebooks. Columns, since the
 * dashboard sums 100,000 rows for each chart whenever a filter is moved.
 */
export interface Cube {
  metrics: readonly Metric[];
  dimensions: ReadonlyMap<string, Dimension>;
  /** Whole numbers that may be added; NaN where a number is withheld, so that every sum over it is. */
  measures: ReadonlyMap<string, ArrayLike<number>>;
  /** The rows that are looked at. */
  rows: ArrayLike<number>;
}

/** Which rows: a dimension has this value, or one of these (null: not known). */
export type Where = Readonly<Record<string, DimensionValue | readonly DimensionValue[]>>;

/** The cube from rows as objects: columns of numbers are measures, all others and the year dimensions. */
export function cubeOf(rows: readonly CubeRow[], metrics: readonly Metric[]): Cube {
  const dimensions = new Map<string, Dimension>();
  const measures = new Map<string, ArrayLike<number>>();
  for (const name of Object.keys(rows[0] ?? {})) {
    const values = rows.map((row) => row[name] ?? null);
    const numbers = values.filter((value) => typeof value === 'number');
    if (name !== 'year' && numbers.length === rows.length) measures.set(name, numbers);
    else dimensions.set(name, dimensionOf(values));
  }
  return { metrics, dimensions, measures, rows: Uint32Array.from(rows, (_, i) => i) };
}

export function dimensionOf(values: readonly DimensionValue[]): Dimension {
  const codes = new Map<DimensionValue, number>();
  const coded = values.map((value) => {
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, codes.size);
    return codes.size - 1;
  });
  return { codes: Uint32Array.from(coded), values: [...codes.keys()] };
}

/** The same cube with only the rows asked for. Throws when it has no such dimension: that is a bug. */
export function narrow(cube: Cube, where: Where): Cube {
  const wanted = Object.entries(where).map(([name, value]) => {
    const { codes, values } = dimension(cube, name);
    const accepted = isList(value) ? new Set(value) : new Set([value]);
    return { codes, accepts: Uint8Array.from(values, (v) => (accepted.has(v) ? 1 : 0)) };
  });
  let { rows } = cube;
  for (const { codes, accepts } of wanted) rows = keep(rows, codes, accepts);
  return { ...cube, rows };
}

/** The rows whose code is accepted. A bare loop: pages call it a hundred times over 100,000 rows. */
function keep(rows: ArrayLike<number>, codes: ArrayLike<number>, accepts: Uint8Array): ArrayLike<number> {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (accepts[codes[row] ?? 0] === 1) kept[count++] = row;
  }
  return kept.subarray(0, count);
}

/** Sums of a measure by one dimension, in the order of its values: numbers and texts ascending, not known last. */
export function sumBy(cube: Cube, by: string, measure: string): Map<DimensionValue, number> {
  const { codes, values } = dimension(cube, by);
  const sums = new Float64Array(values.length);
  const seen = new Uint8Array(values.length);
  const counts = measureOf(cube, measure);
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    const code = codes[row] ?? 0;
    sums[code] = (sums[code] ?? 0) + (counts[row] ?? 0);
    seen[code] = 1;
  }
  return new Map(
    values
      .map((value, code): [DimensionValue, number] => [value, sums[code] ?? 0])
      .filter((_, code) => seen[code] === 1)
      .sort(([a], [b]) => compareValues(a, b)),
  );
}

/** Sums of a measure by two dimensions: `get(a)?.get(b)`; both in the order of sumBy. */
export function crossSum(
  cube: Cube,
  [a, b]: readonly [string, string],
  measure: string,
): Map<DimensionValue, Map<DimensionValue, number>> {
  const [first, second] = [dimension(cube, a), dimension(cube, b)];
  const wide = second.values.length;
  const sums = new Float64Array(first.values.length * wide);
  const seen = new Uint8Array(sums.length);
  const counts = measureOf(cube, measure);
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    const at = (first.codes[row] ?? 0) * wide + (second.codes[row] ?? 0);
    sums[at] = (sums[at] ?? 0) + (counts[row] ?? 0);
    seen[at] = 1;
  }
  const columns = second.values.map((value, code) => ({ value, code }));
  columns.sort((x, y) => compareValues(x.value, y.value));
  const found = first.values.map((value, code): [DimensionValue, Map<DimensionValue, number>] => [
    value,
    new Map(
      columns
        .filter((column) => seen[code * wide + column.code] === 1)
        .map((column) => [column.value, sums[code * wide + column.code] ?? 0]),
    ),
  ]);
  return new Map(found.filter(([, row]) => row.size > 0).sort(([x], [y]) => compareValues(x, y)));
}

/** Throws when the cube has no such dimension; a cube without rows has every dimension, and no value in it. */
export function dimension(cube: Cube, name: string): Dimension {
  const found = cube.dimensions.get(name);
  if (found) return found;
  if (cube.rows.length === 0) return { codes: [], values: [] };
  throw new Error(`the cube has no dimension ${name}`);
}

/** Throws when the cube has no such measure; a cube without rows has every measure. */
export function measureOf(cube: Cube, name: string): ArrayLike<number> {
  const found = cube.measures.get(name);
  if (found) return found;
  if (cube.rows.length === 0) return [];
  throw new Error(`the cube has no measure ${name}`);
}

export function compareValues(a: DimensionValue, b: DimensionValue): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function isList(value: Where[string]): value is readonly DimensionValue[] {
  return Array.isArray(value);
}
