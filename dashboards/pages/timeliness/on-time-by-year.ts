import { rate, rates } from '../../../pipeline/outcome/rate.ts';
import { type RatePoint, ratesByPeriod } from '../../charts.ts';
import { figure } from '../../figure.ts';
import { periodsOf } from '../../periods.ts';
import { boundsWords, countWords, rateWords } from '../../rate-words.ts';
import type { View } from '../../view.ts';

const METRICS = ['on_time_rate', 'on_time_complex_rate', 'met_rate'];

/** What was answered in time, year by year, and whether the proposer was met. */
export function onTimeByYear(view: View): HTMLElement {
  const found = METRICS.map((id) => ({
    metric: rate(view.cube, id, { per: view.per }),
    by: rates(view.cube, id, 'period', { per: view.per }),
  }));
  const periods = periodsOf(view.cube);
  const lines = periods.flatMap((period) =>
    found.flatMap(({ metric: { metric }, by }) => {
      const r = by.get(period);
      return r === undefined || r.denominator === 0 ? [] : [{ period, name: metric.name, r }];
    }),
  );
  const points = lines.flatMap(({ period, name, r }): RatePoint[] =>
    r.rate === null ? [] : [{ period, name, rate: r.rate, low: r.low, high: r.high, n: r.denominator }],
  );
  const names = found
    .map(({ metric: { metric } }) => metric.name)
    .filter((name) => points.some((p) => p.name === name));
  return figure({
    title: '历年按时办复率和面商率',
    note: '竖线为 95% 区间；两条按时率之间是“复杂事项”说不清的部分',
    chart: points.length === 0 ? null : ratesByPeriod(points, names, view),
    columns: ['年度', '指标', '比率', '分子', '分母', '95% 区间'],
    cells: lines.map(({ period, name, r }) => [
      period,
      name,
      rateWords(r),
      countWords(r.numerator),
      countWords(r.denominator),
      boundsWords(r),
    ]),
    definitions: found.map(({ metric }) => [metric.metric.name, metric.definition]),
  });
}
