import { wilson } from './wilson.ts';

/** A row of mart.cube: dimensions as text, measures as whole numbers. */
export type CubeRow = Readonly<Record<string, string | number | boolean | null>>;

/** A metric of data/metrics.yaml: columns of the cube that are added. */
export interface Metric {
  id: string;
  /** Chinese name. */
  name: string;
  /** What is counted where that is fixed; null: proposals (件), or answers (件次) where departments are compared. */
  unit: '件' | '项' | null;
  /** Empty for a quantile, which no sum gives (mart.reply_days). */
  numerator: readonly string[];
  denominator: readonly string[];
  /** What is left out of the denominator, and why. */
  excluded: readonly { measure: string; why: string }[];
  /** In words. */
  formula: string;
  note: string | null;
  source: string;
}

/** All that a rate is computed from; the same in the dashboard, the report and the notebooks. */
export interface Cube {
  rows: readonly CubeRow[];
  metrics: readonly Metric[];
}

/** Which rows: a dimension equals a value (null: not known). 件 counts a proposal once, 件次 each answering department. */
export interface Slice {
  where?: Readonly<Record<string, string | number | boolean | null>>;
  per?: '件' | '件次';
}

export interface Rate {
  metric: Metric;
  per: '件' | '件次' | '项';
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
export function rate(cube: Cube, id: string, { where = {}, ...slice }: Slice = {}): Rate {
  const metric = cube.metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  const per = metric.unit ?? slice.per ?? '件';
  const wanted = Object.entries(where);
  const rows = cube.rows.filter(
    (row) => (per !== '件' || row.is_first === true) && wanted.every(([name, value]) => row[name] === value),
  );
  const numerator = sum(rows, metric.numerator);
  const denominator = sum(rows, metric.denominator);
  const excluded = metric.excluded.map(({ measure, why }) => ({ why, count: sum(rows, [measure]) }));
  const [low, high] = wilson(numerator, denominator);
  return {
    metric,
    per,
    numerator,
    denominator,
    excluded: excluded.filter(({ count }) => count > 0),
    rate: denominator === 0 ? null : numerator / denominator,
    low,
    high,
    definition: definition(metric),
  };
}

/** The metrics from the rows of mart.metrics. */
export function metricsOf(rows: readonly CubeRow[]): Metric[] {
  const list = (value: CubeRow[string] | undefined) => (value ? String(value).split('|') : []);
  return rows.map((row) => {
    const why = list(row.excluded_why);
    return {
      id: String(row.metric),
      name: String(row.name),
      unit: row.unit === '件' || row.unit === '项' ? row.unit : null,
      numerator: list(row.numerator),
      denominator: list(row.denominator),
      excluded: list(row.excluded).map((measure, i) => ({ measure, why: why[i] ?? '' })),
      formula: String(row.formula),
      note: typeof row.note === 'string' ? row.note : null,
      source: String(row.source),
    };
  });
}

/** 已面商 ÷ 台账设有面商栏的。不计：台账没有面商栏。 */
export function definition({ formula, excluded, note }: Metric): string {
  const without = excluded.length === 0 ? '' : `不计：${excluded.map((e) => e.why).join('、')}。`;
  return `${formula}。${without}${note === null ? '' : `${note}。`}`;
}

function sum(rows: readonly CubeRow[], measures: readonly string[]): number {
  let total = 0;
  for (const row of rows)
    for (const measure of measures) {
      const value = row[measure];
      if (typeof value !== 'number') throw new Error(`the cube has no measure ${measure}`);
      total += value;
    }
  return total;
}
