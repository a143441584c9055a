import { countsByPeriod } from '../charts.ts';
import { facts } from '../data.ts';
import { figure, h } from '../dom.ts';
import { percent, wilson } from '../words.ts';
import { num, type Page, periodsOf, selected, sumBy, text } from './select.ts';

const FIELDS = [
  'proposals',
  'key_proposals',
  'assigned',
  'replied',
  'due',
  'late',
  'with_outcome',
  'solved',
  'rated',
  'satisfied',
  'basically',
  'met',
  'met_known',
];

export const overviewPage: Page = (selection) => {
  const data = selected('overview', selection);
  const sum = sumBy(data, () => 'all', FIELDS).get('all') ?? {};
  const n = (field: string) => sum[field] ?? 0;
  const periods = periodsOf(data);
  const range = periods.length > 1 ? `${periods[0]}—${periods.at(-1)}` : (periods[0] ?? '');
  const cards = [
    card(
      '件数',
      n('proposals').toLocaleString('en'),
      `${range}${n('key_proposals') > 0 ? `，其中重点 ${n('key_proposals')} 件` : ''}`,
    ),
    rate('答复率', n('replied'), n('assigned'), '已答复 / 已交办（主办）'),
    rate('按时答复率', n('due') - n('late'), n('due'), '未逾期 / 有答复期限的'),
    rate('面商率', n('met'), n('met_known'), '已面商 / 台账设有面商栏的'),
    rate('解决率', n('solved'), n('with_outcome'), '解决采纳 / 结果可统计的'),
    rate(
      '满意率',
      n('satisfied'),
      n('rated'),
      `满意 / 有最终评价的；含基本满意为 ${percent(n('satisfied') + n('basically'), n('rated'))}`,
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
      `比率下方是 95% 置信区间和分母；会办单位不答复提案人，不计入任何比率。${asOf ? `未答复的算到 ${asOf}。` : ''}`,
    ),
    figure(
      '各年度件数',
      `共 ${n('proposals')} 件`,
      countsByPeriod(counts, bodies, selection),
      ['年度', '类别', '件数'],
      counts.map((c) => [c.period, c.group, c.count]),
    ),
  ];
};

function card(name: string, value: string, note: string): HTMLElement {
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, name),
    h('p', { class: 'value' }, value),
    h('p', { class: 'detail' }, note),
  );
}

function rate(name: string, numerator: number, denominator: number, definition: string): HTMLElement {
  const [low, high] = wilson(numerator, denominator);
  const interval =
    denominator === 0
      ? '没有数据'
      : `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%，n=${denominator}`;
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, name),
    h('p', { class: 'value' }, percent(numerator, denominator)),
    h('p', { class: 'interval' }, interval),
    h('p', { class: 'detail' }, definition),
  );
}
