import { type Cube, crossSum, sumBy } from '../../../../pipeline/outcome/cube.ts';
import { rate, rates } from '../../../../pipeline/outcome/rate.ts';
import { countsByGroup } from '../../../charts/counts-by-group.ts';
import { type RatePoint, ratesByPeriod, sharesByGroup } from '../../../charts.ts';
import { figure } from '../../../figure.ts';
import { periodsOf } from '../../../periods.ts';
import { boundsWords, countWords, rateWords } from '../../../rate-words.ts';
import { UNKNOWN, type View } from '../../../view.ts';
import { OUTCOME_WORDS } from '../../../words.ts';

const BY_YEAR = ['on_time_rate', 'solved_rate', 'satisfied_rate'];

/** A department's rates year by year. */
export function unitByYear(own: Cube, view: View): HTMLElement {
  const found = BY_YEAR.map((id) => ({
    name: rate(own, id).metric.name,
    by: rates(own, id, 'period', { per: '件次' }),
  }));
  const periods = periodsOf(own);
  const points = periods.flatMap((period) =>
    found.flatMap(({ name, by }): RatePoint[] => {
      const r = by.get(period);
      return r === undefined || r.rate === null
        ? []
        : [{ period, name, rate: r.rate, low: r.low, high: r.high, n: r.denominator }];
    }),
  );
  const names = found.map(({ name }) => name).filter((name) => points.some((p) => p.name === name));
  return figure({
    title: '本单位历年',
    note: '竖线为 95% 区间；每年件次少，区间互相重叠的年份之间不能说升降',
    chart: points.length === 0 ? null : ratesByPeriod(points, names, view),
    columns: ['年度', '指标', '比率', '分子', '分母', '95% 区间'],
    cells: periods.flatMap((period) =>
      found.flatMap(({ name, by }) => {
        const r = by.get(period);
        if (r === undefined || r.denominator === 0) return [];
        return [
          [period, name, rateWords(r), countWords(r.numerator), countWords(r.denominator), boundsWords(r)],
        ];
      }),
    ),
  });
}

/** What became of a department's answers, year by year; codes without a canonical value are in the table. */
export function unitOutcomes(own: Cube, view: View): HTMLElement {
  const periods = periodsOf(own);
  const known = crossSum(own, ['period', 'outcome'], 'answers');
  const words = Object.entries(OUTCOME_WORDS);
  const count = (period: string, code: string) => known.get(period)?.get(code) ?? 0;
  const other = (period: string) =>
    [...(known.get(period) ?? [])].reduce(
      (sum, [code, n]) => (typeof code === 'string' && code in OUTCOME_WORDS ? sum : sum + n),
      0,
    );
  const data = periods.flatMap((period) =>
    words.map(([code, group]) => ({ row: period, group, count: count(period, code) })),
  );
  const shown = data.filter((d) => d.count > 0);
  const used = words.map(([, group]) => group).filter((group) => shown.some((d) => d.group === group));
  return figure({
    title: '本单位办理结果',
    note: '答复时的结果，条内为件次；没写结果、兼含几种或口径未列的不画，见数据表最后一列',
    chart:
      shown.length === 0
        ? null
        : sharesByGroup(
            shown,
            used,
            periods.filter((p) => shown.some((d) => d.row === p)),
            view,
          ),
    columns: ['年度', ...used, '其他'],
    cells: periods.map((period) => [
      period,
      ...used.map((group) => countWords(data.find((d) => d.row === period && d.group === group)?.count ?? 0)),
      countWords(other(period)),
    ]),
  });
}

/** What a department is asked about. */
export function unitTopics(own: Cube, view: View): HTMLElement {
  const solved = rates(own, 'solved_rate', 'topic_name', { per: '件次' });
  const topics = [...sumBy(own, 'topic_name', 'entries')].sort((a, b) => b[1] - a[1]);
  const shown = topics.filter(([, n]) => n > 0);
  return figure({
    title: '本单位各主题件次',
    note: '一件一个主题；各主题的解决率见数据表',
    chart:
      shown.length === 0
        ? null
        : countsByGroup(
            shown.map(([topic, count]) => ({ row: String(topic ?? UNKNOWN), group: '应答复', count })),
            ['应答复'],
            view,
          ),
    columns: ['主题', '件次', '解决', '能判定的', '解决率', '95% 区间'],
    cells: topics.map(([topic, n]) => {
      const r = solved.get(topic);
      return r === undefined
        ? [String(topic ?? UNKNOWN), countWords(n), '—', '—', '—', '—']
        : [
            String(topic ?? UNKNOWN),
            countWords(n),
            countWords(r.numerator),
            countWords(r.denominator),
            rateWords(r),
            boundsWords(r),
          ];
    }),
  });
}
