import { crossSum, narrow } from '../../pipeline/outcome/cube.ts';
import { difference } from '../../pipeline/outcome/difference.ts';
import { type Rate, rate } from '../../pipeline/outcome/rate.ts';
import { countsByPeriod } from '../charts.ts';
import { facts } from '../data.ts';
import { dataTable, h } from '../dom.ts';
import { figure } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import type { Page, View } from '../view.ts';
import { percent } from '../words.ts';

/** The headline rates, in the order of the cards. */
const CARDS = ['reply_rate', 'on_time_rate', 'met_rate', 'solved_rate', 'satisfied_rate'];

export const overviewPage: Page = (view) => {
  const own = narrow(view.cube, view.per === '件' ? { is_first: true } : {});
  const counted = crossSum(own, ['period', 'body'], 'entries');
  const periods = periodsOf(own);
  const counts = periods.flatMap((period) =>
    [...(counted.get(period) ?? [])].map(([body, count]) => ({
      period,
      group: String(body ?? '未分类'),
      count,
    })),
  );
  const total = counts.reduce((sum, c) => sum + c.count, 0);
  const range = periods.length > 1 ? `${periods[0]}—${periods[periods.length - 1]}` : (periods[0] ?? '');
  const broad = rate(view.cube, 'satisfied_broad_rate', { per: view.per });
  const cards = [
    card(`${view.per}数`, total.toLocaleString('en'), range),
    ...CARDS.map((id) =>
      rateCard(
        rate(view.cube, id, { per: view.per }),
        id === 'satisfied_rate' ? `；含基本满意为 ${percent(broad.numerator, broad.denominator)}` : '',
      ),
    ),
  ];
  const asOf = facts().as_of;
  return [
    h('div', { class: 'cards' }, ...cards),
    h(
      'p',
      { class: 'note' },
      `比率下方是 95% 置信区间和分母，一件多个单位答复的只计一次；会办单位不答复提案人，不计入任何比率。${asOf ? `未答复的算到 ${asOf}。` : ''}`,
    ),
    figure({
      title: '各年度件数',
      note: `共 ${total} ${view.per}`,
      chart: countsByPeriod(counts, [...new Set(counts.map((c) => c.group))], view),
      columns: ['年度', '类别', '件数'],
      cells: counts.map((c) => [c.period, c.group, c.count]),
    }),
    ...changes(view),
  ];
};

/** The last two years side by side: what of the difference is more than chance. */
function changes({ history, per }: View): Node[] {
  const [before, after] = periodsOf(history).slice(-2);
  if (before === undefined || after === undefined) return [];
  const cells = CARDS.flatMap((id) => {
    const [old, now] = [before, after].map((period) => rate(history, id, { where: { period }, per }));
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
