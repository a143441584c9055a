import { type Cube, type DimensionValue, dimension, measureOf } from '../../../pipeline/outcome/cube.ts';
import { OUTCOME_WORDS, RATING_WORDS } from '../../words.ts';

/** What the list can be ordered by, with the heads of its columns. */
export const SORTS = {
  id: '编号',
  topic: '主题',
  department: '承办单位',
  days: '用时（天）',
  outcome: '办理结果',
  rating: '最终评价',
} as const;

export type Sort = keyof typeof SORTS;

/**
 * Rows of the cube in an order: `days`, or `-days` for descending; rows without a value come last in both, and equal ones
 * keep the order of the table, by year and number. An order that is not known is that of the table.
 */
export function sortRows(cube: Cube, rows: Uint32Array, order: string): Uint32Array {
  const sort = order.replace(/^-/, '');
  const sign = order.startsWith('-') ? -1 : 1;
  const keys = keysOf(cube, sort);
  if (keys === null) return sign === 1 ? rows : rows.slice().reverse();
  return rows.slice().sort((a, b) => {
    const [x, y] = [keys(a), keys(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return sign * (x - y) || a - b;
  });
}

function keysOf(cube: Cube, sort: string): ((row: number) => number) | null {
  if (sort === 'days') {
    const days = measureOf(cube, 'days_to_reply');
    return (row) => ((days[row] ?? -1) < 0 ? Number.NaN : (days[row] ?? 0));
  }
  if (sort === 'topic') return ranks(cube, 'topic_name', byPinyin);
  if (sort === 'department') return ranks(cube, 'department', byPinyin);
  if (sort === 'outcome') return ranks(cube, 'outcome', inOrderOf(OUTCOME_WORDS));
  if (sort === 'rating') return ranks(cube, 'result_final', inOrderOf(RATING_WORDS));
  return null;
}

const COLLATOR = new Intl.Collator('zh', { numeric: true });

function byPinyin(values: readonly DimensionValue[]): readonly DimensionValue[] {
  return [...values].sort((a, b) => COLLATOR.compare(String(a), String(b)));
}

/** A code that covers several outcomes stands after the first of them. */
function inOrderOf(words: Record<string, string>) {
  const codes = Object.keys(words);
  const rank = (value: DimensionValue) => codes.indexOf(String(value).split('|')[0] ?? '');
  return (values: readonly DimensionValue[]) =>
    [...values].sort((a, b) => rank(a) - rank(b) || (String(a) < String(b) ? -1 : 1));
}

function ranks(
  cube: Cube,
  name: string,
  order: (values: readonly DimensionValue[]) => readonly DimensionValue[],
): (row: number) => number {
  const { codes, values } = dimension(cube, name);
  const ordered = order(values.filter((value) => value !== null));
  const rank = Float64Array.from(values, (value) => (value === null ? Number.NaN : ordered.indexOf(value)));
  return (row) => rank[codes[row] ?? 0] ?? Number.NaN;
}
