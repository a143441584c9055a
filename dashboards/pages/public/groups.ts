import { definition } from '../../../pipeline/outcome/metrics-of.ts';
import { ratesByGroup } from '../../charts/rates-by-group.ts';
import { figure, finding } from '../../figure.ts';
import { yearName } from './overview.ts';
import { countOf, inWords, metrics, type Part, rateOf, WITHHELD } from './published.ts';

const SHOWN = ['reply_rate', 'on_time_rate', 'met_rate', 'solved_rate', 'satisfied_rate'];

/** The topics or the departments of one year side by side, in the order of their names: no league table. */
export function publicGroups(all: readonly Part[], what: '主题' | '承办单位', width: number): Node[] {
  const [first] = all;
  if (!first) return [finding('没有可以公布的数据。', [])];
  const measure = first.per === '件' ? 'proposals' : 'answers';
  const told = all.filter((part) => countOf(part, measure) !== null);
  const largest = [...told]
    .sort((a, b) => (countOf(b, measure) ?? 0) - (countOf(a, measure) ?? 0))
    .slice(0, 3);
  const most = largest.map((part) => `${part.name} ${countOf(part, measure)} ${first.per}`).join('、');
  const hidden = all.length - told.length;
  const says = `${yearName(first)}共 ${all.length} 个${what}${most === '' ? '' : `，最多的是${most}`}${hidden === 0 ? '' : `；${hidden} 个因数目小不公布`}。`;
  return [
    finding(says, []),
    ...SHOWN.map((id) => {
      const metric = metrics().find((one) => one.id === id);
      const points = told.flatMap((part) => {
        const { rate, low, high, denominator } = rateOf(part, id);
        return rate === null
          ? []
          : [{ group: part.name, name: metric?.name ?? id, rate, low, high, n: denominator }];
      });
      return figure({
        title: `各${what}${metric?.name ?? id}`,
        note: `横线是 95% 区间，括号内为分母；画出的是公布的 ${points.length} 个，其余${WITHHELD}。`,
        chart: points.length === 0 ? null : ratesByGroup(points, { width }),
        columns: [what, first.per === '件' ? '件数' : '件次', metric?.name ?? id],
        cells: all.map((part) => [part.name, countOf(part, measure) ?? WITHHELD, inWords(rateOf(part, id))]),
        definitions: metric ? [[metric.name, definition(metric)]] : [],
      });
    }),
  ];
}
