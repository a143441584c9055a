import { RuntimeError } from '@observablehq/runtime';
import { observe } from 'notebook-kit/display';
import { h } from '../../dashboards/dom.ts';

/** What is known of the cells so far. */
export interface CellStates {
  /** Cells that have neither been shown nor failed. */
  waiting: Set<number>;
  failures: { cell: number; says: string }[];
}

/**
 * Shows a cell's value as the notebook kit does, and its error in Chinese with the number of the cell. When all cells
 * have answered, the root element says so: data-state is `done`, data-failures lists what failed (JSON,
 * encoded as in a URL).
 */
export function observeCell(states: CellStates): typeof observe {
  return (state, definition) => {
    const shown = observe(state, definition);
    const answered = () => {
      states.waiting.delete(definition.id);
      if (states.waiting.size === 0) conclude(states);
    };
    return {
      pending: () => shown.pending(),
      fulfilled: (value) => {
        shown.fulfilled(value);
        answered();
      },
      rejected: (error) => {
        console.error(error);
        const says = explain(error);
        states.failures.push({ cell: definition.id, says });
        state.root.replaceChildren(h('p', { class: 'failed' }, `单元 ${definition.id} 出错：${says}`));
        answered();
      },
    };
  };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof RuntimeError)) return error.message;
  if (error.input === undefined)
    return /circular/.test(error.message) ? '几个单元互相引用，绕成一圈' : `名称重复：${error.message}`;
  if (error.message === `${error.input} is not defined`) return `用到了没有定义的 ${error.input}`;
  return `所用的 ${error.input} 出错（${error.message}）`;
}

function conclude({ failures }: CellStates): void {
  const root = document.documentElement;
  if (root.dataset.state === 'done') return;
  root.dataset.failures = encodeURIComponent(JSON.stringify(failures));
  root.dataset.state = 'done';
  if (failures.length === 0) return;
  const list = [...new Set(failures.map((f) => f.cell))].sort((a, b) => a - b).join('、');
  const warning = `单元 ${list} 出错，本页结论不完整，请勿引用`;
  document.querySelector('header')?.after(h('p', { class: 'failed', role: 'alert' }, warning));
}
