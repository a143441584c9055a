import { type Cube, crossSum, sumBy } from '../../../pipeline/outcome/cube.ts';
import { wilson } from '../../../pipeline/outcome/wilson.ts';
import { heatmap } from '../../charts/heatmap.ts';
import { ratesByGroup } from '../../charts/rates-by-group.ts';
import { sumAll } from '../../counted.ts';
import { has, rowAt, table, text } from '../../data.ts';
import { detailCube } from '../../detail-cube.ts';
import { nameOf } from '../../distribution.ts';
import { dataTable, h } from '../../dom.ts';
import { figure } from '../../figure.ts';
import { link } from '../../navigate.ts';
import { periodsOf } from '../../periods.ts';

import type { View } from '../../view.ts';
import { bounds, percent } from '../../words.ts';

const LISTED = 50;
const HOW =
  '从答复原文按写法规则和模型读出，一份答复可以有几类难点，各类不能相加；没有答复原文的不计。标“需核对”的由人看过再用。';

/** Why things could not be done, as the answers say it. Nothing in a page without the table, or without any text. */
export function obstacleFigures(view: View): Node[] {
  if (!has('obstacles') || !view.cube.measures.has('with_text')) return [];
  const own = detailCube(view, 'obstacles', ['kind_name', 'department', 'review']);
  const answers = sumAll(view.cube, 'with_text');
  if (answers === 0) return [];
  const kinds = [...sumBy(own, 'kind_name', 'rows')].sort((a, b) => b[1] - a[1]);
  const names = kinds.map(([kind]) => nameOf(kind));
  const points = kinds.map(([kind, n]) => {
    const [low, high] = wilson(n, answers);
    return { group: nameOf(kind), name: '难点', rate: n / answers, count: n, low, high, n };
  });
  const topics = [...sumBy(own, 'topic_name', 'rows')]
    .sort((a, b) => b[1] - a[1])
    .map(([topic]) => nameOf(topic));
  return [
    figure({
      title: '答复中说到的难点',
      note: `有原文的 ${answers} 份答复里，各类难点的份数（括号内）和占比，横线为 95% 区间`,
      chart: points.length === 0 ? null : ratesByGroup(points, view),
      columns: ['难点', '答复份数', '占比', '95% 区间'],
      cells: points.map((p) => [p.group, p.count, percent(p.count, answers), bounds(p)]),
      definitions: [['办理难点', HOW]],
    }),
    crossFigure('各年度的难点', own, 'kind_name', 'period', [names, periodsOf(view.cube)], view),
    crossFigure('各主题的难点', own, 'topic_name', 'kind_name', [topics, names], view),
    ...evidence(own),
  ];
}

function crossFigure(
  title: string,
  own: Cube,
  rowBy: string,
  columnBy: string,
  [rows, columns]: readonly [readonly string[], readonly string[]],
  view: View,
): HTMLElement {
  const crossed = crossSum(own, [rowBy, columnBy], 'rows');
  const data = [...crossed].flatMap(([row, found]) =>
    [...found].map(([column, count]) => ({ row: nameOf(row), column: nameOf(column), count })),
  );
  const cell = (row: string, column: string) =>
    data.find((d) => d.row === row && d.column === column)?.count ?? 0;
  return figure({
    title,
    note: '格内为答复份数；有原文的答复多的年度和主题，份数自然多',
    chart: data.length === 0 ? null : heatmap(data, rows, columns, view),
    columns: ['', ...columns],
    cells: rows.map((row) => [row, ...columns.map((column) => cell(row, column))]),
    definitions: [['办理难点', HOW]],
  });
}

/** The sentences that say so, the latest first: every count can be checked against them. */
function evidence({ rows }: Cube): Node[] {
  if (rows.length === 0) return [];
  const [source, proposals] = [table('obstacles'), table('proposals').getChild('proposal_id')];
  const latest = Array.from(rows).slice(-LISTED).reverse();
  const cells = latest.map((row) => {
    const found = rowAt(source, ['proposal', 'department', 'kind_name', 'evidence', 'review'], row);
    const id = text(proposals?.get(Number(found.proposal)));
    return [
      link(id, { tab: 'proposals', case: id }),
      text(found.department),
      text(found.kind_name),
      text(found.evidence),
      found.review === true ? '需核对' : '',
    ];
  });
  const more = rows.length > LISTED ? `（共 ${rows.length} 条，列最近的 ${LISTED} 条，其余见各案件）` : '';
  return [
    h(
      'details',
      { class: 'listed' },
      h('summary', {}, `难点的原句${more}`),
      dataTable(['案件', '承办单位', '难点', '答复原句', ''], cells),
    ),
  ];
}
