import { dataTable, h } from '../../dom.ts';
import type { View } from '../../view.ts';

/** On paper a long list says how many there are and shows the first. */
const MOST_IN_PRINT = 20;

/** A list that is opened by a click, and on paper by itself. `of`: how many there are, where the cells are only the first. */
export function folded(
  { medium }: View,
  kind: string,
  of: number,
  columns: string[],
  cells: (string | number)[][],
): Node[] {
  const shown = medium === 'print' ? cells.slice(0, MOST_IN_PRINT) : cells;
  const first = shown.length < of ? `，以下为前 ${shown.length} 条，其余见 tables.xlsx` : '';
  const title = `${kind}：${of} 条${first}`;
  return medium === 'print'
    ? [h('h4', {}, title), dataTable(columns, shown)]
    : [h('details', {}, h('summary', {}, title), dataTable(columns, shown))];
}
