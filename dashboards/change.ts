import { LEAST } from '../pipeline/outcome/compare-departments.ts';
import { type Cube, type DimensionValue, sumBy } from '../pipeline/outcome/cube.ts';
import { difference } from '../pipeline/outcome/difference.ts';
import { type Rate, rates } from '../pipeline/outcome/rate.ts';
import { periodsOf } from './periods.ts';
import type { View } from './view.ts';

/** A rate of the last period that is looked at against the one before. */
export interface Change {
  rate: Rate;
  period: string;
  before: string;
  /** Difference and its 95 % interval, in [−1, 1]. */
  value: number;
  low: number;
  high: number;
  verdict: '上升' | '下降' | '看不出变化';
}

/** null where there is no earlier period, one of the two is too small to compare (LEAST), or the last is not over. */
export function changeOf(view: View, id: string): Change | null {
  const [before, period] = lastPeriods(view);
  return before === undefined || period === undefined ? null : between(view, id, before, period);
}

/**
 * What to tell of a rate: the change on the year before; where that is within chance, also the one since the first period
 * looked at if it is not. Small steps in one direction are seen only over all of them.
 */
export function changesOf(view: View, id: string): Change[] {
  const [before, period] = lastPeriods(view);
  const [first] = periodsOf(view.cube);
  const recent = changeOf(view, id);
  const isTold = recent !== null && recent.verdict !== '看不出变化';
  const long =
    isTold || first === undefined || period === undefined || first === before || first === period
      ? null
      : between(view, id, first, period);
  return [recent, long?.verdict === '看不出变化' ? null : long].filter((c): c is Change => c !== null);
}

function between(view: View, id: string, before: string, period: string): Change | null {
  const byPeriod = ratesByPeriod(view, id);
  const [old, now] = [byPeriod.get(before), byPeriod.get(period)];
  if (!old || !now || old.rate === null || now.rate === null) return null;
  if (old.denominator < LEAST || now.denominator < LEAST) return null;
  if (id === 'reply_rate' && notDue(view.history, period) > 0) return null;
  const change = difference(old, now);
  if (!change) return null;
  const verdict = change.low > 0 ? '上升' : change.high < 0 ? '下降' : '看不出变化';
  return { rate: now, period, before, ...change, verdict };
}

/** Several parts of a page ask for the same ones. */
const known = new WeakMap<View, Map<string, Map<DimensionValue, Rate>>>();

function ratesByPeriod(view: View, id: string): Map<DimensionValue, Rate> {
  const own = known.get(view) ?? new Map<string, Map<DimensionValue, Rate>>();
  known.set(view, own);
  const found = own.get(id) ?? rates(view.history, id, 'period', view);
  own.set(id, found);
  return found;
}

/** The last period that passes the filters and the one before it, which the filter of years may leave out. */
export function lastPeriods(view: View): [before: string, last: string] | [] {
  const last = periodsOf(view.cube).pop();
  const all = periodsOf(view.history);
  const before = last === undefined ? undefined : all[all.indexOf(last) - 1];
  return last === undefined || before === undefined ? [] : [before, last];
}

/** Answers of a period that may still come in time: until then its reply rate only grows. */
export function notDue(cube: Cube, period: string): number {
  return sumBy(cube, 'period', 'not_due').get(period) ?? 0;
}
