import { type Cube, compareValues, type DimensionValue, dimension, measureOf } from './cube.ts';

/** How long answers took, in days from assignment; ascending. */
export type Days = Uint32Array;

/**
 * The days of all counted answers whose days are known (the rows that the measure `timed` counts), by a dimension: numbers
 * and texts ascending, not known last. The measure `days_to_reply` is -1 where nobody knows.
 */
export function replyDays(cube: Cube, by: string): Map<DimensionValue, Days> {
  const { codes, values } = dimension(cube, by);
  const [days, timed] = [measureOf(cube, 'days_to_reply'), measureOf(cube, 'timed')];
  const counts = new Uint32Array(values.length);
  const isTimed = (row: number) => timed[row] === 1 && (days[row] ?? -1) >= 0;
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    const code = codes[row] ?? 0;
    if (isTimed(row)) counts[code] = (counts[code] ?? 0) + 1;
  }
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(values.length);
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    if (!isTimed(row)) continue;
    const code = codes[row] ?? 0;
    const list = lists[code];
    const at = filled[code] ?? 0;
    if (list) list[at] = days[row] ?? 0;
    filled[code] = at + 1;
  }
  return new Map(
    values
      .map((value, code): [DimensionValue, Days] => [value, (lists[code] ?? new Uint32Array()).sort()])
      .filter(([, list]) => list.length > 0)
      .sort(([a], [b]) => compareValues(a, b)),
  );
}

/** The days of all of them together. */
export function allReplyDays(cube: Cube): Days {
  const lists = [...replyDays(cube, 'is_first').values()];
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** The quantile `p` in [0, 1] with one decimal, between two values by proportion, as in mart.reply_days; null of none. */
export function quantileOf(days: Days, p: number): number | null {
  if (days.length === 0) return null;
  const at = (days.length - 1) * p;
  const [below = 0, above = below] = [days[Math.floor(at)], days[Math.ceil(at)]];
  return Math.round((below + (above - below) * (at - Math.floor(at))) * 10) / 10;
}
