import { type Cube, measureOf } from '../../../../pipeline/outcome/cube.ts';
import { h } from '../../../dom.ts';
import { current, link } from '../../../navigate.ts';
import { showMore } from '../../../show-more.ts';
import type { View } from '../../../view.ts';
import { issueDetails } from '../../issues/issue-details.ts';
import { issuesOf } from '../../issues/read-issues.ts';

/** The matters that come back and that this department has answered at least once. */
export function recurringSection(department: string, own: Cube, view: View): Node[] {
  const numbers = measureOf(own, 'proposal');
  const mine = new Set(Array.from(own.rows, (row) => numbers[row] ?? -1));
  const found = issuesOf({ ...view, covers: (proposal) => mine.has(proposal) });
  if (found.length === 0) return [];
  return [
    h('h3', {}, `答复过的反复提出的议题 ${found.length} 个`),
    h(
      'p',
      { class: 'note' },
      '机器归并，引用前须核对。历年走势见 ',
      link('反复提出', { tab: 'issues', filters: { ...current().filters, department } }),
      '。',
    ),
    showMore(found.length, 10, (shown) => [
      h('div', { class: 'list' }, ...found.slice(0, shown).map(issueDetails)),
    ]),
  ];
}
