import { type Days, quantileOf, replyDays } from '../../../pipeline/outcome/reply-days.ts';
import { type DaysBin, type DaysMark, daysHistogram } from '../../charts/days-histogram.ts';
import { counted } from '../../counted.ts';
import { figure } from '../../figure.ts';
import type { View } from '../../view.ts';

/** Days of a bar, and where the last one begins: what took longer stands in it. */
const WIDE = 15;
const LAST = 240;

/** How long answers took, year by year. */
export function daysFigure(view: View): HTMLElement {
  const byPeriod = [...replyDays(counted(view, view.cube), 'period')].map(
    ([period, days]) => [String(period), days] as const,
  );
  byPeriod.sort(([a], [b]) => a.localeCompare(b, 'zh', { numeric: true }));
  const bins = byPeriod.flatMap(([period, days]) => binned(period, days));
  const marks = byPeriod.map(
    ([period, days]): DaysMark => ({
      period,
      n: days.length,
      median: quantileOf(days, 0.5) ?? 0,
      p90: quantileOf(days, 0.9) ?? 0,
    }),
  );
  const longest = Math.max(0, ...byPeriod.map(([, days]) => days[days.length - 1] ?? 0));
  const end = Math.min(LAST + WIDE, Math.ceil((longest + 1) / WIDE) * WIDE);
  const beyond = longest >= LAST + WIDE ? `；最右一格是 ${LAST} 天以上的，最长 ${longest} 天` : '';
  return figure({
    title: '答复用时的分布',
    note: `从交办日（没有的从提交日）到答复日，每格 ${WIDE} 天，括号内为${view.per}数；高低是占当年的份额${beyond}`,
    chart: marks.length === 0 ? null : daysHistogram(bins, marks, end, view),
    columns: ['年度', `${view.per}数`, '中位数（天）', '九成不超过（天）', '最长（天）', ...binNames(end)],
    cells: byPeriod.map(([period, days], i) => [
      period,
      days.length,
      marks[i]?.median ?? '—',
      marks[i]?.p90 ?? '—',
      days[days.length - 1] ?? '—',
      ...binNames(end).map(
        (_, k) => bins.find((b) => b.period === period && b.from === k * WIDE)?.count ?? 0,
      ),
    ]),
    definitions: view.cube.metrics
      .filter((m) => m.id === 'days_median' || m.id === 'days_p90')
      .map((m) => [m.name, m.formula]),
  });
}

function binned(period: string, days: Days): DaysBin[] {
  const counts = new Map<number, number>();
  for (const d of days) {
    const from = Math.min(Math.floor(d / WIDE) * WIDE, LAST);
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts].map(([from, count]) => ({
    period,
    from,
    to: from === LAST ? Number.POSITIVE_INFINITY : from + WIDE,
    count,
    share: count / days.length,
  }));
}

function binNames(end: number): string[] {
  return Array.from({ length: end / WIDE }, (_, k) =>
    k * WIDE === LAST ? `${LAST} 天以上` : `${k * WIDE}–${(k + 1) * WIDE - 1} 天`,
  );
}
