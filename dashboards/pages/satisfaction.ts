import { type Rate, rate } from '../../pipeline/outcome/rate.ts';
import { type RatePoint, ratesByPeriod, sharesByGroup } from '../charts.ts';
import { cube, rows } from '../data.ts';
import { figure, h } from '../dom.ts';
import { inWords, percent, RATING_WORDS } from '../words.ts';
import { departmentFigure } from './departments.ts';
import { filterOf, num, type Page, periodsOf, selected, text } from './select.ts';

const METRICS = ['satisfied_rate', 'satisfied_broad_rate', 'solved_rate'];

export const satisfactionPage: Page = (selection) => {
  const data = selected('satisfaction', selection).filter((r) => r.round === 'final');
  const periods = periodsOf(selected('overview', selection));
  const where = filterOf(selection);
  const points = periods.flatMap((period) =>
    METRICS.map((id) => rate(cube(), id, { where: { ...where, period } }))
      .filter((r) => r.denominator > 0)
      .map((r): RatePoint => ({ period, ...point(r) })),
  );
  const [satisfied, broad, solved] = METRICS.map((id) => rate(cube(), id, { where }));
  const names = [satisfied, broad, solved].map((r) => r?.metric.name ?? '');
  const groups = Object.values(RATING_WORDS).concat([
    ...new Set(data.filter((r) => r.rating === null).map(nameOf)),
  ]);
  const used = groups.filter((g) => data.some((r) => nameOf(r) === g));
  const counts = periods.flatMap((row) =>
    used.map((group) => ({
      row,
      group,
      count: data
        .filter((r) => r.period === row && nameOf(r) === group)
        .reduce((sum, r) => sum + num(r.ratings), 0),
    })),
  );
  const rowsWithData = periods.filter((p) => counts.some((c) => c.row === p && c.count > 0));
  return [
    h(
      'p',
      { class: 'finding' },
      !satisfied || satisfied.denominator === 0
        ? '台账没有评价。'
        : `有最终评价的 ${satisfied.denominator} 件中，满意 ${share(satisfied)}，含基本满意 ${share(broad)}；解决率为 ${share(solved)}。`,
    ),
    h(
      'p',
      { class: 'note' },
      `满意率说明态度，解决率说明事情办成没有，两者应一起看；竖线为 95% 区间。${asksFirst()}`,
    ),
    figure(
      '满意率与解决率',
      '两种满意率口径并列',
      ratesByPeriod(points, names, selection),
      ['年度', '指标', '比率', '分母', '95% 区间'],
      points.map((p) => [
        p.period,
        p.name,
        percent(p.rate * p.n, p.n),
        p.n,
        `${(p.low * 100).toFixed(1)}–${(p.high * 100).toFixed(1)}%`,
      ]),
    ),
    figure(
      '最终评价分布',
      '条内数字为评价数，括号内为合计',
      sharesByGroup(
        counts.filter((c) => c.count > 0),
        used,
        rowsWithData,
        selection,
      ),
      ['年度', ...used],
      rowsWithData.map((p) => [
        p,
        ...used.map((g) => counts.find((c) => c.row === p && c.group === g)?.count ?? 0),
      ]),
    ),
    departmentFigure('satisfied_rate', selection),
  ];
};

/** Offices whose 满意率 is made by asking before answering stand in the chart all the same: said beside it. */
function asksFirst(): string {
  const names = rows('data_warnings')
    .filter((r) => r.kind === '先评价后答复' && num(r.affected) * 2 >= num(r.of_total))
    .map((r) => text(r.subject));
  return names.length === 0
    ? ''
    : `${names.join('、')}先征得满意再正式答复，满意率由做法决定，不能与其他单位比较。`;
}

function point({ metric, rate, low, high, denominator }: Rate) {
  return { name: metric.name, rate: rate ?? 0, low, high, n: denominator };
}

function share(r: Rate | undefined): string {
  return percent(r?.numerator ?? 0, r?.denominator ?? 0);
}

function nameOf(row: { rating?: unknown; rating_raw?: unknown }): string {
  return inWords(
    typeof row.rating === 'string' ? row.rating : null,
    typeof row.rating_raw === 'string' ? row.rating_raw : null,
    RATING_WORDS,
  );
}
