import { dataTable, h } from '../../dom.ts';
import type { View } from '../../view.ts';
import { findProposals } from './find-proposals.ts';
import { COLUMNS, cellsOf } from './list.ts';
import { lineOf } from './proposal-line.ts';

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
    h('p', { class: 'note' }, `${says}主题后有“？”的须人工复核。`),
    h(
      'div',
      { class: 'compact' },
      dataTable(
        COLUMNS,
        Array.from(shown, (row) => cellsOf(lineOf(view.cube, row))),
      ),
    ),
  ];
}
