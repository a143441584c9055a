import { difference } from '../../pipeline/outcome/difference.ts';
import { type Rate, rate } from '../../pipeline/outcome/rate.ts';
import { countsByPeriod } from '../charts.ts';
import { cube, facts } from '../data.ts';
import { dataTable, figure, h } from '../dom.ts';
import { percent } from '../words.ts';
import { filterOf, num, type Page, periodsOf, selected, text } from './select.ts';

/** The headline rates, in the order of the cards. */
const CARDS = ['reply_rate', 'on_time_rate', 'met_rate', 'solved_rate', 'satisfied_rate'];

export const overviewPage: Page = (selection) => {
  const data = selected('overview', selection);
  const total = (field: string) => data.reduce((sum, row) => sum + num(row[field]), 0);
  const periods = periodsOf(data);
  const range = periods.length > 1 ? `${periods[0]}—${periods[periods.length - 1]}` : (periods[0] ?? '');
  const key = total('key_proposals');
  const where = filterOf(selection);
  const broad = rate(cube(), 'satisfied_broad_rate', { where });
  const cards = [
    card('件数', total('proposals').toLocaleString('en'), `${range}${key > 0 ? `，其中重点 ${key} 件` : ''}`),
    ...CARDS.map((id) =>
      rateCard(
        rate(cube(), id, { where }),
        id === 'satisfied_rate' ? `；含基本满意为 ${percent(broad.numerator, broad.denominator)}` : '',
      ),
    ),
  ];
  const bodies = [...new Set(data.map((row) => text(row.body) || '未分类'))];
  const counts = data.map((row) => ({
    period: text(row.period),
    group: text(row.body) || '未分类',
    count: num(row.proposals),
  }));
  const asOf = facts().as_of;
  return [
    h('div', { class: 'cards' }, ...cards),
    h(
      'p',
      { class: 'note' },
      `比率下方是 95% 置信区间和分母，一件多个单位答复的只计一次；会办单位不答复提案人，不计入任何比率。${asOf ? `未答复的算到 ${asOf}。` : ''}`,
    ),
    figure(
      '各年度件数',
      `共 ${total('proposals')} 件`,
      countsByPeriod(counts, bodies, selection),
      ['年度', '类别', '件数'],
      counts.map((c) => [c.period, c.group, c.count]),
    ),
    ...changes(periods, where),
  ];
};

/** The last two years side by side: what of the difference is more than chance. */
function changes(periods: readonly string[], where: Record<string, string>): Node[] {
  const [before, after] = periods.slice(-2);
  if (before === undefined || after === undefined) return [];
  const cells = CARDS.flatMap((id) => {
    const [old, now] = [before, after].map((period) => rate(cube(), id, { where: { ...where, period } }));
    const change = old && now ? difference(old, now) : null;
    if (!old || !now || !change) return [];
    const points = (v: number) => `${v > 0 ? '+' : ''}${(v * 100).toFixed(1)}`;
    const verdict = change.low > 0 ? '上升' : change.high < 0 ? '下降' : '看不出变化';
    return [
      [
        now.metric.name,
        `${percent(old.numerator, old.denominator)}（${old.numerator}/${old.denominator}）`,
        `${percent(now.numerator, now.denominator)}（${now.numerator}/${now.denominator}）`,
        points(change.value),
        `${points(change.low)} 至 ${points(change.high)}`,
        verdict,
      ],
    ];
  });
  return [
    h('h3', {}, '与上年相比'),
    dataTable(['指标', before, after, '变化（百分点）', '95% 区间', '判断'], cells),
  ];
}

function card(name: string, value: string, note: string): HTMLElement {
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, name),
    h('p', { class: 'value' }, value),
    h('p', { class: 'detail' }, note),
  );
}

function rateCard(
  { metric, numerator, denominator, low, high, definition }: Rate,
  more: string,
): HTMLElement {
  const interval =
    denominator === 0
      ? '没有数据'
      : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%，n=${denominator}`;
  return h(
    'div',
    { class: 'card', title: definition },
    h('h3', {}, metric.name),
    h('p', { class: 'value' }, percent(numerator, denominator)),
    h('p', { class: 'interval' }, interval),
    h('p', { class: 'detail' }, `${metric.formula}${more}`),
  );
}
