import { type RatePoint, ratesByPeriod, sharesByGroup } from '../charts.ts';
import { figure, h } from '../dom.ts';
import { inWords, percent, RATING_WORDS, wilson } from '../words.ts';
import { num, type Page, periodsOf, selected, sumBy, text } from './select.ts';

const NAMES = ['满意率', '满意率（含基本满意）', '解决率'];

export const satisfactionPage: Page = (selection) => {
  const data = selected('satisfaction', selection).filter((r) => r.round === 'final');
  const overview = selected('overview', selection);
  const periods = periodsOf(overview);
  const sums = sumBy(overview, (r) => text(r.period), [
    'rated',
    'satisfied',
    'basically',
    'solved',
    'with_outcome',
  ]);
  const points = periods.flatMap((period): RatePoint[] => {
    const s = sums.get(period) ?? {};
    const [rated = 0, satisfied = 0, basically = 0, solved = 0, known = 0] = [
      s.rated,
      s.satisfied,
      s.basically,
      s.solved,
      s.with_outcome,
    ];
    return [
      point(period, 0, satisfied, rated),
      point(period, 1, satisfied + basically, rated),
      point(period, 2, solved, known),
    ].filter((p) => p.n > 0);
  });
  const all =
    sumBy(overview, () => 'all', ['rated', 'satisfied', 'basically', 'solved', 'with_outcome']).get('all') ??
    {};
  const [rated = 0, satisfied = 0, basically = 0] = [all.rated, all.satisfied, all.basically];
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
      rated === 0
        ? '台账没有评价。'
        : `有最终评价的 ${rated} 件中，满意 ${percent(satisfied, rated)}，含基本满意 ${percent(satisfied + basically, rated)}；解决率为 ${percent(all.solved ?? 0, all.with_outcome ?? 0)}。`,
    ),
    h('p', { class: 'note' }, '满意率说明态度，解决率说明事情办成没有，两者应一起看；竖线为 95% 区间。'),
    figure(
      '满意率与解决率',
      '两种满意率口径并列',
      ratesByPeriod(points, NAMES, selection),
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
  ];
};

function point(period: string, name: number, numerator: number, n: number): RatePoint {
  const [low, high] = wilson(numerator, n);
  return { period, name: NAMES[name] ?? '', rate: n === 0 ? 0 : numerator / n, low, high, n };
}

function nameOf(row: { rating?: unknown; rating_raw?: unknown }): string {
  return inWords(
    typeof row.rating === 'string' ? row.rating : null,
    typeof row.rating_raw === 'string' ? row.rating_raw : null,
    RATING_WORDS,
  );
}
