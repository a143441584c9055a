import { rate, rates } from '../../pipeline/outcome/rate.ts';
import { type RatePoint, ratesByPeriod } from '../charts.ts';
import { departmentFigure } from '../department-figure.ts';
import { figure, finding } from '../figure.ts';
import type { Page } from '../view.ts';
import { interval, percent } from '../words.ts';

const METRICS = ['satisfied_rate', 'satisfied_broad_rate', 'solved_rate'];

export const satisfactionPage: Page = (view) => {
  const all = METRICS.map((id) => rate(view.cube, id, { per: view.per }));
  const points = METRICS.flatMap((id) =>
    [...rates(view.cube, id, 'period', { per: view.per })].flatMap(([period, r]): RatePoint[] =>
      r.rate === null
        ? []
        : [
            {
              period: String(period),
              name: r.metric.name,
              rate: r.rate,
              low: r.low,
              high: r.high,
              n: r.denominator,
            },
          ],
    ),
  );
  const [satisfied, broad, solved] = all;
  const sentence =
    !satisfied || satisfied.denominator === 0
      ? '台账没有评价。'
      : `有最终评价的 ${satisfied.denominator} ${view.per}中，满意 ${percent(satisfied.numerator, satisfied.denominator)}（${interval(satisfied)}），含基本满意 ${percent(broad?.numerator ?? 0, broad?.denominator ?? 0)}；解决率为 ${percent(solved?.numerator ?? 0, solved?.denominator ?? 0)}。`;
  return [
    finding(
      sentence,
      all.map((r) => [r.metric.name, r.definition]),
    ),
    figure({
      title: '满意率与解决率',
      note: '两种满意率口径并列；满意率说明态度，解决率说明事情办成没有，两者应一起看；竖线为 95% 区间',
      chart: ratesByPeriod(
        points,
        all.map((r) => r.metric.name),
        view,
      ),
      columns: ['年度', '指标', '比率', '分母', '95% 区间'],
      cells: points.map((p) => [
        p.period,
        p.name,
        percent(p.rate * p.n, p.n),
        p.n,
        `${(p.low * 100).toFixed(1)}–${(p.high * 100).toFixed(1)}%`,
      ]),
    }),
    departmentFigure('satisfied_rate', view),
  ];
};
