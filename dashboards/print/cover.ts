import { h } from '../dom.ts';
import { footerOf } from './footer.ts';
import type { Report } from './report.ts';

/** The first sheet: whose report, of what, and where each page begins. */
export function coverOf(
  report: Report,
  facts: readonly [name: string, value: string][],
  contents: readonly [title: string, number: number][],
  sheets: number,
): HTMLElement {
  const lines = contents.map(([title, number]) =>
    h('li', {}, h('span', {}, title), h('span', { class: 'dots' }), h('span', {}, number)),
  );
  return h(
    'section',
    { class: 'sheet cover' },
    h(
      'div',
      { class: 'content' },
      report.notice ? h('p', { class: 'cover-notice' }, report.notice) : null,
      h('h1', {}, report.name),
      h(
        'dl',
        { class: 'cover-facts' },
        ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
      ),
      h('h2', {}, '目录'),
      h('ol', { class: 'contents' }, ...lines),
    ),
    footerOf(report, 1, sheets),
  );
}
