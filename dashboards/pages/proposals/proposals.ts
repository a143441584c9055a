import { h } from '../../dom.ts';
import type { Page } from '../../view.ts';
import { caseOf } from './case.ts';
import { listOf } from './list.ts';
import { printedList } from './printed-list.ts';

/** The list of proposals, or the case that is open. */
export const proposalsPage: Page = (view) => {
  const { case: id } = view.state;
  if (id !== null) {
    if (view.medium === 'screen') requestAnimationFrame(() => window.scrollTo(0, 0));
    return [h('article', { class: 'case' }, ...caseOf(id))];
  }
  return view.medium === 'print' ? printedList(view) : listOf(view);
};
