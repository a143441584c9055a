import { LEAST } from '../../../pipeline/outcome/compare-departments.ts';
import { rate, rates } from '../../../pipeline/outcome/rate.ts';
import { satisfactionBySolved } from '../../charts/satisfaction-by-solved.ts';
import { text } from '../../data.ts';
import { figure } from '../../figure.ts';
import { rateWords } from '../../rate-words.ts';
import type { View } from '../../view.ts';
import { warningsOf } from '../../warnings.ts';

/** Each department's satisfaction against how much of its work was solved (件次). */
export function againstSolved(view: View): HTMLElement {
  const [satisfied, solved] = ['satisfied_rate', 'solved_rate'].map((id) =>
    rate(view.cube, id, { per: '件次' }),
  );
  const solvedBy = rates(view.cube, 'solved_rate', 'department', { per: '件次' });
  const asking = new Set(
    warningsOf(view)
      .filter((w) => w.kind === '先评价后答复')
      .map((w) => text(w.subject)),
  );
  const rows = [...rates(view.cube, 'satisfied_rate', 'department', { per: '件次' })]
    .flatMap(([department, s]) => {
      const own = solvedBy.get(department);
      return department === null || !own || own.denominator === 0 || s.denominator === 0
        ? []
        : [{ department: String(department), satisfied: s, solved: own }];
    })
    .sort(
      (a, b) => b.satisfied.denominator - a.satisfied.denominator || (a.department < b.department ? -1 : 1),
    );
  const points = rows.flatMap(({ department, satisfied: s, solved: o }) =>
    s.rate === null || o.rate === null
      ? []
      : [
          {
            department,
            satisfied: s.rate,
            solved: o.rate,
            n: Math.min(s.denominator, o.denominator),
            asksFirst: asking.has(department),
          },
        ],
  );
  const means = { satisfied: satisfied?.rate ?? 0, solved: solved?.rate ?? 0 };
  return figure({
    title: '各单位满意率与解决率',
    note: `每点一个单位，点越大件次越多，不足 ${LEAST} 件次的为灰色；十字线为平均。左上的满意高而解决少，右下的办成多而满意低${asking.size > 0 ? '；◆ 先征得满意再答复，纵向位置不能比较' : ''}`,
    chart: points.length === 0 ? null : satisfactionBySolved(points, means, view),
    columns: ['承办单位', '满意率', '有评价件次', '解决率', '有结果件次', '说明'],
    cells: rows.map(({ department, satisfied: s, solved: o }) => [
      department,
      rateWords(s),
      s.denominator,
      rateWords(o),
      o.denominator,
      [
        asking.has(department) ? '先评价后答复' : '',
        Math.min(s.denominator, o.denominator) < LEAST ? `不足 ${LEAST} 件次` : '',
      ]
        .filter(Boolean)
        .join('，'),
    ]),
    definitions: [satisfied, solved].flatMap((r): [string, string][] =>
      r ? [[r.metric.name, r.definition]] : [],
    ),
  });
}
