import { difference } from '../../pipeline/outcome/difference.ts';
import { definition } from '../../pipeline/outcome/metrics-of.ts';
import { rate } from '../../pipeline/outcome/rate.ts';
import { againstWhole } from '../charts/against-whole.ts';
import { num, rows, text } from '../data.ts';
import { facts } from '../facts.ts';
import { figure, finding } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import { ALL } from '../state.ts';
import { type Page, viewOf } from '../view.ts';
import { percent } from '../words.ts';

/** In a department's pack: its own rates against those of all others together, over the years that are looked at. */
export const comparedPage: Page = ({ state, width }) => {
  // The whole is known by year only.
  const { from, to } = state.filters;
  const { cube } = viewOf({ ...state, filters: { ...ALL, from, to } }, width);
  const periods = new Set(periodsOf(cube));
  const whole = rows('whole').filter((row) => periods.has(text(row.period)));
  const compared = cube.metrics.flatMap((metric) => {
    if (metric.numerator.length === 0 || metric.unit === '件') return [];
    const own = rate(cube, metric.id, { per: '件次' });
    const all = whole.filter((row) => row.metric === metric.id);
    const sum = (key: string) => all.reduce((total, row) => total + num(row[key]), 0);
    const others = {
      numerator: sum('numerator') - own.numerator,
      denominator: sum('denominator') - own.denominator,
    };
    const by = difference(others, own);
    return by === null ? [] : [{ metric, own, others, by }];
  });
  const points = (v: number) => `${v > 0 ? '+' : ''}${(v * 100).toFixed(1)}`;
  const verdict = ({ low, high }: { low: number; high: number }) =>
    low > 0 ? '高于其他单位' : high < 0 ? '低于其他单位' : '看不出差别';
  const clear = compared
    .filter(({ by }) => by.low > 0 || by.high < 0)
    .map(({ metric, by }) => `${metric.name}${verdict(by)}`);
  const says =
    compared.length === 0
      ? '没有可以比较的数据。'
      : clear.length === 0
        ? '各项比率与其他单位合计相比，差别都在偶然波动之内。'
        : `超出偶然波动的：${clear.join('、')}。`;
  return [
    finding(
      says,
      compared.map(({ metric }): [string, string] => [metric.name, definition(metric)]),
    ),
    figure({
      title: `${facts().department ?? '本单位'}与其他单位合计`,
      note: '括号内为本单位的分母；竖线是其他单位合计。按件次计，只随年度筛选。',
      chart:
        compared.length === 0
          ? null
          : againstWhole(
              compared.map(({ metric, own, others }) => ({
                name: metric.name,
                rate: own.rate ?? 0,
                low: own.low,
                high: own.high,
                n: own.denominator,
                whole: others.denominator === 0 ? null : others.numerator / others.denominator,
              })),
              '其他单位合计',
              { width },
            ),
      columns: ['指标', '本单位', '其他单位合计', '差别（百分点）', '95% 区间', '判断'],
      cells: compared.map(({ metric, own, others, by }) => [
        metric.name,
        `${percent(own.numerator, own.denominator)}（${own.numerator}/${own.denominator}）`,
        `${percent(others.numerator, others.denominator)}（${others.numerator}/${others.denominator}）`,
        points(by.value),
        `${points(by.low)} 至 ${points(by.high)}`,
        verdict(by),
      ]),
    }),
  ];
};
