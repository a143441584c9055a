import type { Change } from './change.ts';
import { periodsOf } from './periods.ts';
import { filtersInWords } from './state.ts';
import type { View } from './view.ts';

/** 2024 → 2024年; a session stays as it is. */
export function inYear(period: string): string {
  return /^\d{4}$/.test(period) ? `${period}年` : period;
}

/** 2020—2024年（主题：水利）: what a sentence on top of a page speaks of. */
export function scopeOf(view: View): string {
  const periods = periodsOf(view.cube);
  const [first, last] = [periods[0], periods[periods.length - 1]];
  const isOfYears = periods.every((period) => /^\d{4}$/.test(period));
  const range =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? inYear(first)
        : isOfYears
          ? `${first}—${last}年`
          : `${inYear(first)}至${inYear(last)}`;
  const chosen = filtersInWords({ ...view.state.filters, from: null, to: null });
  return chosen === '' ? range : `${range}（${chosen}）`;
}

/** 比2023年上升 3.2 个百分点（95% 区间 +0.3 至 +6.1）; what is within chance is not called a change. */
export function changeInWords({ before, value, low, high, verdict }: Change): string {
  const range = `95% 区间 ${signed(low)} 至 ${signed(high)}`;
  return verdict === '看不出变化'
    ? `与${inYear(before)}相比看不出变化（${signed(value)} 个百分点，${range}）`
    : `比${inYear(before)}${verdict} ${Math.abs(value * 100).toFixed(1)} 个百分点（${range}）`;
}

/** ，2024年比2020年下降 …: of the changes to tell, those beyond chance; else that nothing can be seen. */
export function trendInWords(changes: readonly Change[]): string {
  const [first] = changes;
  if (!first) return '';
  const moved = changes.filter((change) => change.verdict !== '看不出变化');
  return `，${inYear(first.period)}${(moved.length > 0 ? moved : [first]).map(changeInWords).join('，')}`;
}

function signed(value: number): string {
  const points = (value * 100).toFixed(1);
  return value > 0 ? `+${points}` : points.replace('-', '−');
}
