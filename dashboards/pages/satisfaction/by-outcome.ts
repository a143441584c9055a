import { rates } from '../../../pipeline/outcome/rate.ts';
import { ratesByGroup } from '../../charts/rates-by-group.ts';
import { figure } from '../../figure.ts';
import { countWords, rateWords } from '../../rate-words.ts';
import type { View } from '../../view.ts';
import { bounds, inWords, OUTCOME_WORDS } from '../../words.ts';

/** How satisfied proposers are with each kind of outcome: whether 满意 follows what was done. */
export function byOutcome(view: View): HTMLElement {
  const order = Object.keys(OUTCOME_WORDS);
  const rank = (code: string) => (order.indexOf(code) < 0 ? order.length : order.indexOf(code));
  const rows = [...rates(view.cube, 'satisfied_rate', 'outcome', view)]
    .flatMap(([outcome, rate]) =>
      outcome === null || rate.denominator === 0 ? [] : [{ code: String(outcome), rate }],
    )
    .sort((a, b) => rank(a.code) - rank(b.code))
    .map(({ code, rate }) => ({ group: inWords(code, null, OUTCOME_WORDS), rate }));
  const points = rows.flatMap(({ group, rate: r }) =>
    r.rate === null
      ? []
      : [{ group, name: r.metric.name, rate: r.rate, low: r.low, high: r.high, n: r.denominator }],
  );
  const [first] = rows;
  return figure({
    title: '各种办理结果的满意率',
    note: '括号内为有最终评价的件数，横线为 95% 区间；没有办成而满意率同样高的，满意说明的是沟通而不是办成',
    chart: points.length === 0 ? null : ratesByGroup(points, view),
    columns: ['办理结果', '满意率', '分子', '分母', '95% 区间'],
    cells: rows.map(({ group, rate }) => [
      group,
      rateWords(rate),
      countWords(rate.numerator),
      countWords(rate.denominator),
      rate.rate === null ? '—' : bounds(rate),
    ]),
    definitions: first ? [[first.rate.metric.name, first.rate.definition]] : [],
  });
}
