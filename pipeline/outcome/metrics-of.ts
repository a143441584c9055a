import type { CubeRow } from './cube.ts';

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
