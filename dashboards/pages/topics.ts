import { topicHeatmap } from '../charts.ts';
import { figure, h } from '../dom.ts';
import { num, type Page, periodsOf, selected, sumBy, text } from './select.ts';

export const topicsPage: Page = (selection) => {
  const data = selected('topics_by_year', selection);
  const periods = periodsOf(data);
  const byTopic = [...sumBy(data, (r) => text(r.topic_name), ['proposals', 'review'])].sort(
    (a, b) => num(b[1].proposals) - num(a[1].proposals),
  );
  const byCell = sumBy(data, (r) => `${text(r.topic_name)}|${text(r.period)}`, ['proposals']);
  const cells = [...byCell].map(([key, sum]) => {
    const [topic = '', period = ''] = key.split('|');
    return { topic, period, count: sum.proposals ?? 0 };
  });
  const total = byTopic.reduce((all, [, sum]) => all + num(sum.proposals), 0);
  const review = byTopic.reduce((all, [, sum]) => all + num(sum.review), 0);
  const lead = byTopic.slice(0, 3).map(([topic, sum]) => `${topic} ${sum.proposals} 件`);
  return [
    h('p', { class: 'finding' }, total === 0 ? '没有数据' : `最多的主题是${lead.join('、')}。`),
    h(
      'p',
      { class: 'note' },
      `主题由分类模型和主题词表共同判定，判定词见“提案”页；${review} 件（${total === 0 ? 0 : Math.round((review * 100) / total)}%）把握不足，需人工复核。`,
    ),
    figure(
      '各主题逐年件数',
      '颜色越深件数越多',
      topicHeatmap(
        cells,
        byTopic.map(([topic]) => topic),
        selection,
      ),
      ['主题', ...periods, '合计', '需复核'],
      byTopic.map(([topic, sum]) => [
        topic,
        ...periods.map((p) => byCell.get(`${topic}|${p}`)?.proposals ?? 0),
        sum.proposals ?? 0,
        sum.review ?? 0,
      ]),
    ),
  ];
};
