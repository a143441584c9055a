import './page.css';
import { Runtime } from '@observablehq/runtime';
import { define } from 'notebook-kit/define';
import { dataTable, h } from '../../dashboards/dom.ts';
import type { CellDefinition } from '../../pipeline/notebooks/compiled.ts';
import { builtins } from './builtins.ts';
import { embeddedQueries, type Query, type Value } from './embedded.ts';
import { type CellStates, observeCell } from './observe-cell.ts';

/** A cell as the page's own script lists it: a function, or a query whose rows are embedded. */
type PageCell =
  | (Omit<CellDefinition, 'body'> & { id: number; body: (...inputs: unknown[]) => unknown })
  | { id: number; query: true; output: string | null; hidden: boolean };

/** Runs the cells of a notebook, each into the element that waits for it. */
export function show(cells: readonly PageCell[]): void {
  const main = new Runtime(builtins()).module();
  const queries = embeddedQueries();
  const states: CellStates = { waiting: new Set(cells.map((cell) => cell.id)), failures: [] };
  for (const cell of cells) {
    const root = document.getElementById(`cell-${cell.id}`);
    if (!(root instanceof HTMLDivElement)) continue;
    const state = { root, expanded: [], variables: [] };
    define(main, state, 'query' in cell ? queryCell(cell, queries.get(cell.id)) : cell, observeCell(states));
  }
}

/** Rows beyond which a table is no longer read on a page; all of them are there under the query's name. */
const MOST_ROWS = 200;

/** A query as a cell: its rows under its name, shown as a table unless it is hidden. */
function queryCell({ id, output, hidden }: Extract<PageCell, { query: true }>, query: Query | undefined) {
  if (!query) throw new Error(`单元 ${id} 没有数据`);
  const named = output === null ? {} : { output };
  if (hidden) return { id, body: () => query.rows, inputs: [], ...named };
  const body = (display: (value: unknown) => void) => {
    display(tableOf(query));
    return query.rows;
  };
  return { id, body, inputs: ['display'], ...named };
}

function tableOf({ rows, labels }: Query): HTMLElement {
  const cells = rows.slice(0, MOST_ROWS).map((row) => Object.values(row).map(shown));
  const more =
    rows.length > MOST_ROWS
      ? h('p', { class: 'meta' }, `共 ${rows.length} 行，只列前 ${MOST_ROWS} 行。`)
      : '';
  return h('div', {}, dataTable(Object.values(labels), cells), more);
}

function shown(value: Value): string | number {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value ?? '';
}
