import { crossSum, narrow, sumBy } from '../../pipeline/outcome/cube.ts';
import { type TopicTrend, topicTrends } from '../../pipeline/outcome/topic-trends.ts';
import { topicHeatmap } from '../charts.ts';
import { h } from '../dom.ts';
import { figure } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import type { Page } from '../view.ts';

export const topicsPage: Page = (view) => {
  const own = narrow(view.cube, view.per === '件' ? { is_first: true } : {});
  const periods = periodsOf(own);
  const byTopic = [...sumBy(own, 'topic_name', 'entries')]
    .sort((x, y) => y[1] - x[1])
    .map(([t, n]) => [String(t), n] as const);
  const crossed = crossSum(own, ['topic_name', 'period'], 'entries');
  const doubted = sumBy(narrow(own, { topic_review: true }), 'topic_name', 'entries');
  const cells = byTopic.flatMap(([topic]) =>
    [...(crossed.get(topic) ?? [])].map(([period, count]) => ({ topic, period: String(period), count })),
  );
  const total = byTopic.reduce((all, [, n]) => all + n, 0);
  const review = [...doubted.values()].reduce((all, n) => all + n, 0);
  const lead = byTopic.slice(0, 3).map(([topic, n]) => `${topic} ${n} 件`);
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
    figure({
      title: '各主题逐年件数',
      note: '颜色越深件数越多',
      chart: topicHeatmap(
        cells,
        byTopic.map(([topic]) => topic),
        view,
      ),
      columns: ['主题', ...periods, '合计', '需复核'],
      cells: byTopic.map(([topic, n]) => [
        topic,
        ...periods.map((p) => crossed.get(topic)?.get(p) ?? 0),
        n,
        doubted.get(topic) ?? 0,
      ]),
    }),
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
