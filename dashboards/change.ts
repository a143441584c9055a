import { type Cube, sumBy } from '../pipeline/outcome/cube.ts';
import { difference } from '../pipeline/outcome/difference.ts';
import { type Rate, rate } from '../pipeline/outcome/rate.ts';
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

/** null where there is no earlier period, one of the two has nothing to count, or the last is not over. */
export function changeOf(view: View, id: string): Change | null {
  const [before, period] = lastPeriods(view);
  if (before === undefined || period === undefined) return null;
  const [old, now] = [before, period].map((p) =>
    rate(view.history, id, { where: { period: p }, per: view.per }),
  );
  if (!old || !now || old.rate === null || now.rate === null) return null;
  if (id === 'reply_rate' && notDue(view.history, period) > 0) return null;
  const change = difference(old, now);
  if (!change) return null;
  const verdict = change.low > 0 ? '上升' : change.high < 0 ? '下降' : '看不出变化';
  return { rate: now, period, before, ...change, verdict };
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
