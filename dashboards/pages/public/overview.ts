import { definition } from '../../../pipeline/outcome/metrics-of.ts';
import { ratesByPeriod } from '../../charts.ts';
import { dataTable, h } from '../../dom.ts';
import { figure, finding } from '../../figure.ts';
import { interval, percent } from '../../words.ts';
import { countOf, inWords, metrics, type Part, parts, rateOf, WITHHELD } from './published.ts';

const CARDS = [
  'reply_rate',
  'on_time_rate',
  'met_rate',
  'solved_rate',
  'satisfied_rate',
  'satisfied_broad_rate',
];
const LINES = ['reply_rate', 'solved_rate', 'satisfied_rate'];

/** One year of the whole, a topic or a department, and the same over the years. */
export function publicOverview(chosen: Part, width: number): Node[] {
  const { dimension, value, per } = chosen;
  const history = parts().filter((p) => p.dimension === dimension && p.value === value && p.per === per);
  const size = countOf(chosen, per === '件' ? 'proposals' : 'answers');
  const what = dimension === 'total' ? '公开的提案建议' : chosen.name;
  const says = `${yearName(chosen)}，${what}${size === null ? `的${per}数${WITHHELD}` : `共 ${size} ${per}`}。${solvedSentence(chosen)}`;
  const used = metrics().filter(({ id }) => CARDS.includes(id));
  return [
    finding(
      says,
      used.map((metric): [string, string] => [metric.name, definition(metric)]),
    ),
    h('div', { class: 'cards' }, ...CARDS.map((id) => card(chosen, id))),
    ...overYears(history, width),
    h('h3', {}, `${yearName(chosen)}全部指标`),
    dataTable(
      ['指标', '数值', '口径'],
      metrics()
        .filter(({ unit }) => per === '件' || unit !== '件')
        .map((metric) => [metric.name, inWords(rateOf(chosen, metric.id)), definition(metric)]),
    ),
  ];
}

/** A chart where two years can be drawn, else the numbers that there are. */
function overYears(history: readonly Part[], width: number): Node[] {
  const points = history.flatMap((part) =>
    LINES.flatMap((id) => {
      const { metric, rate, low, high, denominator } = rateOf(part, id);
      return rate === null
        ? []
        : [{ period: yearName(part), name: metric.name, rate, low, high, n: denominator }];
    }),
  );
  const columns = ['年度', ...LINES.map((id) => metrics().find((metric) => metric.id === id)?.name ?? id)];
  const cells = history.map((part) => [yearName(part), ...LINES.map((id) => inWords(rateOf(part, id)))]);
  const title = '历年比率';
  if (new Set(points.map(({ period }) => period)).size < 2)
    return [h('h3', {}, title), dataTable(columns, cells)];
  const note = '竖线是 95% 区间；没有画出的年度不公布或没有数据。';
  const chart = ratesByPeriod(points, [...new Set(points.map((p) => p.name))], { width });
  return [figure({ title, note, chart, columns, cells })];
}

export function yearName({ year }: Part): string {
  return year === null ? '年度不详' : `${year}年`;
}

function solvedSentence(part: Part): string {
  const solved = rateOf(part, 'solved_rate');
  if (solved.rate === null) return '';
  const { numerator, denominator } = solved;
  return `结果能判定的 ${denominator} ${part.per}中解决采纳 ${numerator} ${part.per}，占 ${percent(numerator, denominator)}（${interval(solved)}）。`;
}

function card(part: Part, id: string): HTMLElement {
  const found = rateOf(part, id);
  const { metric, rate, numerator, denominator } = found;
  const isWithheld = Number.isNaN(numerator) || Number.isNaN(denominator);
  return h(
    'div',
    { class: 'card', title: found.definition },
    h('h3', {}, metric.name),
    h(
      'p',
      { class: 'value' },
      rate === null ? (isWithheld ? '不公布' : '—') : percent(numerator, denominator),
    ),
    h(
      'p',
      { class: 'interval' },
      rate === null ? (isWithheld ? '少于5，或可由此推算' : '没有数据') : interval(found),
    ),
    h('p', { class: 'detail' }, metric.formula),
  );
}
