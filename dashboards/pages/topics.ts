import { type TopicTrend, topicTrends } from '../../pipeline/outcome/topic-trends.ts';
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
  const trends = topicTrends(
    cells
      .filter((c) => /^\d{4}$/.test(c.period))
      .map((c) => ({ topic: c.topic, year: Number(c.period), count: c.count })),
  );
  return [
    h('p', { class: 'finding' }, total === 0 ? '没有数据' : `最多的主题是${lead.join('、')}。`),
    h(
      'p',
      { class: 'note' },
      `主题由分类模型和主题词表共同判定，判定词见“提案”页；${review} 件（${total === 0 ? 0 : Math.round((review * 100) / total)}%）把握不足，需人工复核。`,
    ),
    h('p', { class: 'note' }, trendNote(trends)),
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

/** Which shares moved more than chance moves one of twenty topics. */
function trendNote(trends: readonly TopicTrend[]): string {
  if (trends.length === 0) return '不足三个年度，不判断主题的升降。';
  const share = (v: number) => `${(v * 100).toFixed(1)}%`;
  const list = (direction: TopicTrend['direction']) =>
    trends
      .filter((t) => t.direction === direction)
      .map((t) => `${t.topic}（${share(t.first)}→${share(t.last)}）`)
      .join('、');
  const [rising, fading] = [list('rising'), list('fading')];
  const says = [rising && `占比上升的主题：${rising}`, fading && `占比下降的主题：${fading}`].filter(Boolean);
  const method = 'Cochran–Armitage 趋势检验，各主题一并控制错误发现率 5%';
  return says.length === 0
    ? `各主题占比的升降都在偶然波动之内（${method}）。`
    : `${says.join('；')}（${method}）。`;
}
