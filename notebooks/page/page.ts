import './page.css';
import { Runtime } from '@observablehq/runtime';
import { define } from 'notebook-kit/define';
import type { CellDefinition } from '../../pipeline/notebooks/compiled.ts';
import { builtins } from './builtins.ts';
import { embeddedQueries, type Query } from './embedded.ts';
import { Inputs } from './inputs.ts';
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
    define(main, state, 'query' in cell ? tableOf(cell, queries.get(cell.id)) : cell, observeCell(states));
  }
}

/** A query as a cell: its rows under its name, shown as a table unless it is hidden. */
function tableOf({ id, output, hidden }: Extract<PageCell, { query: true }>, query: Query | undefined) {
  if (!query) throw new Error(`单元 ${id} 没有数据`);
  const named = (prefix: string) => (output === null ? {} : { output: `${prefix}${output}` });
  if (hidden) return { id, body: () => query.rows, inputs: [], ...named('') };
  const body = () => Inputs.table(query.rows, { header: query.labels, select: false, rows: 14 });
  return { id, body, inputs: [], ...named('viewof$'), autodisplay: true, autoview: output !== null };
}
