import { heatmap } from '../charts/heatmap.ts';
import { shareChanges } from '../charts/share-changes.ts';
import { dataTable, h } from '../dom.ts';
import { figure, finding } from '../figure.ts';
import { link } from '../navigate.ts';
import { countWords, rateWords } from '../rate-words.ts';
import { scopeOf } from '../sentences.ts';
import type { Page, View } from '../view.ts';
import { bounds, share } from '../words.ts';
import { doubtfulList } from './topics/doubtful-list.ts';
import { DIRECTIONS, type Topic, type Topics, topicsOf } from './topics/topics-of.ts';

const METHOD =
  '各年度占比的 Cochran–Armitage 趋势检验；所有主题一并检验，按 Benjamini–Hochberg 法把误报控制在 5% 以内。不足三个年度的不判断。';

export const topicsPage: Page = (view) => {
  const found = topicsOf(view);
  const top = finding(sentenceOf(view, found), [
    ['主题', '由分类模型和主题词表共同判定，判定词见“提案”页；把握不足的须人工复核。一件只计入一个主题。'],
    ['占比的升降', METHOD],
  ]);
  if (found.total === 0) return [top, ...wayBack(view)];
  return [
    top,
    ...wayBack(view),
    byPeriod(view, found),
    trends(view, found),
    list(view, found),
    // A list to work through, not to hand round.
    ...(view.medium === 'print' ? [] : doubtfulList(view)),
  ];
};

function sentenceOf(view: View, { topics, total, level }: Topics): string {
  if (total === 0) return '没有符合条件的提案建议。';
  const lead = topics
    .slice(0, 3)
    .map((t) => `${t.name} ${countWords(t.count)} ${view.per}（${rateWords(t.share)}）`);
  const names = (direction: 'rising' | 'fading') =>
    topics.filter((t) => t.trend?.direction === direction).map((t) => t.name);
  const [rising, fading] = [names('rising'), names('fading')];
  const isTested = topics.some((t) => t.trend !== null);
  const moved = [
    rising.length > 0 ? `占比上升的是${rising.join('、')}` : '',
    fading.length > 0 ? `占比下降的是${fading.join('、')}` : '',
  ].filter(Boolean);
  const trend = !isTested
    ? '年度不足三个，不判断升降'
    : moved.length > 0
      ? moved.join('，')
      : `各${level}占比的升降都在偶然波动之内`;
  return `${scopeOf(view)}共 ${countWords(total)} ${view.per}，最多的${level}是${lead.join('、')}；${trend}。`;
}

/** With a topic chosen its second level is shown; one click leads back. */
function wayBack(view: View): Node[] {
  const { filters } = view.state;
  if (filters.topic === null) return [];
  const back = link('返回全部主题', { filters: { ...filters, topic: null } });
  return [h('p', { class: 'note' }, `正在看“${filters.topic}”的二级主题。`, back)];
}

function byPeriod(view: View, { topics, periods, level }: Topics): HTMLElement {
  const cells = topics.flatMap((t) =>
    periods.flatMap((period) => {
      const count = t.byPeriod.get(period) ?? 0;
      return count > 0 ? [{ row: t.name, column: period, count }] : [];
    }),
  );
  return figure({
    title: `各${level}逐年件数`,
    note: `颜色越深件数越多，空白为没有；按合计从多到少排列，单位：${view.per}`,
    chart: heatmap(
      cells,
      topics.map((t) => t.name),
      periods,
      view,
    ),
    columns: [level, ...periods, '合计', '需复核'],
    cells: topics.map((t) => [
      t.name,
      ...periods.map((period) => countWords(t.byPeriod.get(period) ?? 0)),
      countWords(t.count),
      countWords(t.doubted),
    ]),
  });
}

function trends(view: View, { topics, level, years }: Topics): HTMLElement {
  const tested = topics.flatMap((t) => (t.trend === null ? [] : [t.trend]));
  const [first, last] = [years[0], years[years.length - 1]];
  return figure({
    title: `${level}占比的升降`,
    note:
      tested.length === 0
        ? '不足三个年度，不判断升降'
        : `空心点为 ${first} 年占比，实心点为 ${last} 年；▲ 上升、▼ 下降是各年度合起来看超出偶然波动的（误报控制在 5% 以内），灰色的看不出变化`,
    chart: tested.length === 0 ? null : shareChanges(tested, view),
    columns: [level, `${first}年占比`, `${last}年占比`, '判断', '校正后 p 值'],
    cells: tested.map((t) => [
      t.topic,
      share(t.first),
      share(t.last),
      DIRECTIONS[t.direction ?? 'none'],
      t.q.toFixed(3),
    ]),
    definitions: [['占比的升降', METHOD]],
  });
}

function list(view: View, { topics, level }: Topics): HTMLElement {
  const { filters } = view.state;
  const isFirstLevel = filters.topic === null;
  const name = (t: Topic) =>
    isFirstLevel ? link(t.name, { filters: { ...filters, topic: t.name } }) : t.name;
  const cells = topics.map((t) => [
    name(t),
    countWords(t.count),
    rateWords(t.share),
    bounds(t.share),
    t.trend === null ? '—' : `${share(t.trend.first)} → ${share(t.trend.last)}`,
    t.trend === null ? '—' : DIRECTIONS[t.trend.direction ?? 'none'],
    countWords(t.doubted),
  ]);
  return h(
    'section',
    { class: 'compact' },
    h('h3', {}, `${level}一览`),
    h(
      'p',
      { class: 'note' },
      isFirstLevel ? '点主题名看它的二级主题，其他页面也随之只看这个主题。' : '占比的分母是这个主题的件数。',
    ),
    dataTable([level, view.per, '占比', '95% 区间', '首年 → 末年', '升降', '需复核'], cells),
  );
}
