import { RuntimeError } from '@observablehq/runtime';
import { observe } from 'notebook-kit/display';
import { h } from '../../dashboards/dom.ts';

/** What is known of the cells so far. */
export interface CellStates {
  /** Cells that have neither been shown nor failed. */
  waiting: Set<number>;
  /** `isOrigin` is false for a cell that fails only because one that it uses has failed. */
  failures: { cell: number; says: string; isOrigin: boolean }[];
}

/**
 * Shows a cell's value as the notebook kit does, and its error in Chinese with the number of the cell. When all cells
 * have answered, the root element says so (data-state is `done`), and a page around this one hears what failed.
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
        const { says, isOrigin } = explain(error);
        states.failures.push({ cell: definition.id, says, isOrigin });
        state.root.replaceChildren(h('p', { class: 'failed' }, `单元 ${definition.id} 出错：${says}`));
        answered();
      },
    };
  };
}

function explain(error: unknown): { says: string; isOrigin: boolean } {
  if (!(error instanceof Error)) return { says: String(error), isOrigin: true };
  if (!(error instanceof RuntimeError)) return { says: error.message, isOrigin: true };
  const { input, message } = error;
  if (input === undefined) return { says: '几个单元互相引用，绕成一圈', isOrigin: true };
  if (message === `${input} is not defined`) return { says: `用到了没有定义的 ${input}`, isOrigin: true };
  return { says: `所用的 ${input} 出错（${message}）`, isOrigin: false };
}

function conclude({ failures }: CellStates): void {
  const root = document.documentElement;
  if (root.dataset.state === 'done') return;
  const origins = failures.filter((f) => f.isOrigin);
  if (window.parent !== window) window.parent.postMessage(origins.length > 0 ? origins : failures, '*');
  root.dataset.state = 'done';
  if (failures.length === 0) return;
  const list = [...new Set(failures.map((f) => f.cell))].sort((a, b) => a - b).join('、');
  const warning = `单元 ${list} 出错，本页结论不完整，请勿引用`;
  document.querySelector('header')?.after(h('p', { class: 'failed', role: 'alert' }, warning));
}
