import { wilson } from '../../pipeline/outcome/wilson.ts';
import type { AgreementRow } from '../../pipeline/serve/schemas.ts';
import { ratesByGroup } from '../charts/rates-by-group.ts';
import { type RatePoint, ratesByPeriod } from '../charts.ts';
import { h } from '../dom.ts';
import { figure } from '../figure.ts';
import { percent } from '../words.ts';
import { api } from './api.ts';
import { attempt } from './view.ts';

const RATES: [name: string, agreed: keyof AgreementRow, of: keyof AgreementRow, definition: string][] = [
  ['主题一致率', 'topic_agreed', 'with_topic', '人工主题与机器首选相同 / 两者都有主题的件数'],
  ['机器有把握时', 'certain_agreed', 'certain', '同上，只算机器没有提示复核的'],
  ['主办一致率', 'lead_agreed', 'with_lead', '人工主办与机器首选相同 / 两者都有主办的件数'],
];

/** How often people decide as the machine proposed: over time and by topic, with what each rate is computed from. */
export async function showAgreement(main: HTMLElement): Promise<void> {
  main.replaceChildren(h('p', { class: 'empty' }, '正在统计…'));
  await attempt(async () => {
    const { rows } = await api.agreement();
    if (rows.length === 0) {
      main.replaceChildren(
        h('p', { class: 'empty' }, '还没有人工决定。记下决定以后，这里按月份和主题统计。'),
      );
      return;
    }
    const width = Math.min(1080, main.clientWidth - 80);
    main.replaceChildren(
      h('p', { class: 'hint' }, '每件只计最后一次决定。下方是 95% 置信区间和件数；件数少时不宜下结论。'),
      h('div', { class: 'cards' }, ...RATES.map((rate) => card(rows, rate))),
      overTime(rows, width),
      byTopic(rows, width),
    );
  });
}

function card(rows: AgreementRow[], [name, agreed, of, definition]: (typeof RATES)[number]): HTMLElement {
  const [k, n] = [sum(rows, agreed), sum(rows, of)];
  const [low, high] = wilson(k, n);
  const interval = n === 0 ? '没有数据' : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%，n=${n}`;
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, name),
    h('p', { class: 'value' }, percent(k, n)),
    h('p', { class: 'interval' }, interval),
    h('p', { class: 'hint' }, definition),
  );
}

function overTime(rows: AgreementRow[], width: number): HTMLElement {
  const periods = [...new Set(rows.map((r) => r.period))].sort();
  const points = RATES.flatMap((rate) =>
    periods.flatMap((period) =>
      point(
        rows.filter((r) => r.period === period),
        rate,
        period,
      ),
    ),
  );
  return figure({
    title: '逐月一致率',
    note: '竖线是 95% 置信区间',
    chart: ratesByPeriod(points, [...new Set(points.map((p) => p.name))], { width }),
    columns: ['月份', '指标', '一致', '件数', '比率'],
    cells: points.map((p) => [
      p.period,
      p.name,
      Math.round(p.rate * p.n),
      p.n,
      percent(Math.round(p.rate * p.n), p.n),
    ]),
  });
}

function byTopic(rows: AgreementRow[], width: number): HTMLElement {
  const topics = [...new Set(rows.map((r) => r.topic_name ?? '未定主题'))];
  const [rate] = RATES;
  const points = topics
    .flatMap((name) =>
      rate
        ? point(
            rows.filter((r) => (r.topic_name ?? '未定主题') === name),
            rate,
            name,
          )
        : [],
    )
    .map(({ period, ...p }) => ({ ...p, group: period }))
    .sort((a, b) => b.n - a.n || (a.group < b.group ? -1 : 1));
  return figure({
    title: '各主题的主题一致率',
    note: '按人工主题分；横线是 95% 置信区间，括号内是件数',
    chart: ratesByGroup(points, { width }),
    columns: ['主题', '一致', '件数', '比率'],
    cells: points.map((p) => [
      p.group,
      Math.round(p.rate * p.n),
      p.n,
      percent(Math.round(p.rate * p.n), p.n),
    ]),
  });
}

function point(
  rows: AgreementRow[],
  [name, agreed, of]: (typeof RATES)[number],
  period: string,
): RatePoint[] {
  const [k, n] = [sum(rows, agreed), sum(rows, of)];
  const [low, high] = wilson(k, n);
  return n === 0 ? [] : [{ period, name, rate: k / n, low, high, n }];
}

function sum(rows: AgreementRow[], field: keyof AgreementRow): number {
  return rows.reduce((total, row) => total + Number(row[field] ?? 0), 0);
}
