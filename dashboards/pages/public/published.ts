import { type Cube, cubeOf } from '../../../pipeline/outcome/cube.ts';
import { metricsOf } from '../../../pipeline/outcome/metrics-of.ts';
import { type Rate, rate } from '../../../pipeline/outcome/rate.ts';
import { type Row, rows } from '../../data.ts';
import { percent } from '../../words.ts';

/** As a withheld number is shown. */
export const WITHHELD = '不公布（少于5或可推算）';

/** One row of the public statistics: a year as a whole, one of its topics, or one of its departments. */
export interface Part {
  per: '件' | '件次';
  dimension: 'total' | 'topic' | 'department';
  year: number | null;
  value: string;
  name: string;
}

let decoded: { parts: Part[]; cube: Cube } | undefined;

/** The statistics as a cube of one row each; a number that is withheld is NaN, and so is every sum with it. */
function published() {
  if (decoded) return decoded;
  const source = rows('public_statistics');
  const texts = new Set(['per', 'dimension', 'value', 'name', 'year']);
  const counted = source.map((row) => ({
    is_first: true,
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, texts.has(name) ? value : (value ?? Number.NaN)]),
    ),
  }));
  decoded = { parts: source.map(toPart), cube: cubeOf(counted, metricsOf(rows('public_metrics'))) };
  return decoded;
}

function toPart(row: Row): Part {
  const dimension = row.dimension === 'topic' || row.dimension === 'department' ? row.dimension : 'total';
  return {
    per: row.per === '件次' ? '件次' : '件',
    dimension,
    year: typeof row.year === 'number' ? row.year : null,
    value: String(row.value),
    name: String(row.name),
  };
}

export function parts(): readonly Part[] {
  return published().parts;
}

export function metrics() {
  return published().cube.metrics;
}

/** A rate of one row. Numerator and denominator are NaN where they are withheld. */
export function rateOf({ per, dimension, year, value }: Part, metric: string): Rate {
  return rate(published().cube, metric, { where: { per, dimension, year, value }, per: '件次' });
}

/** A count of one row, null where it is withheld. */
export function countOf(part: Part, measure: string): number | null {
  const { cube, parts: all } = published();
  const value = cube.measures.get(measure)?.[all.indexOf(part)];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** 89.1%（41/46）, that it is withheld, or — where there is nothing to count. */
export function inWords({ numerator, denominator }: Rate): string {
  if (Number.isNaN(numerator) || Number.isNaN(denominator)) return WITHHELD;
  return denominator === 0 ? '—' : `${percent(numerator, denominator)}（${numerator}/${denominator}）`;
}
