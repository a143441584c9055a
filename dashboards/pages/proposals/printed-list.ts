import { dataTable, h } from '../../dom.ts';
import type { View } from '../../view.ts';
import { findProposals } from './find-proposals.ts';
import { type Line, lineOf } from './proposal-line.ts';

/** More lines than these are not read on paper. */
const MOST = 200;

/** The first proposals that pass the filters, and how many there are. */
export function printedList(view: View): Node[] {
  const found = findProposals(view, view.state.find ?? {});
  const shown = found.subarray(0, MOST);
  const says =
    found.length > MOST
      ? `共 ${found.length} 件，下表为前 ${MOST} 件；完整清单可在看板“提案”页保存为 CSV。`
      : `共 ${found.length} 件。`;
  return [
    h('p', { class: 'note' }, says),
    h(
      'div',
      { class: 'proposal-lines' },
      dataTable(
        ['编号', '标题', '承办单位', '用时（天）', '办理结果', '最终评价'],
        Array.from(shown, (row) => cellsOf(lineOf(view.cube, row))),
      ),
    ),
  ];
}

function cellsOf({ id, title, department, days, late, outcome, rating }: Line): (string | number)[] {
  return [id, title, department, `${days}${late ? ' 逾期' : ''}`.trim(), outcome, rating];
}
