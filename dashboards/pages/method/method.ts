import { h } from '../../dom.ts';
import type { Page } from '../../view.ts';
import { definitionsOf } from './definitions.ts';
import { healthOf } from './health.ts';
import { rejectsOf } from './rejects.ts';
import { sourcesOf } from './sources.ts';
import { summaryOf } from './summary.ts';
import { warningsOf } from './warnings.ts';

/** Where the numbers come from, what they mean, what is missing and what may mislead. */
export const methodPage: Page = (view) => [
  summaryOf(),
  h('p', { class: 'note' }, '本页说明全部数据，不受上方筛选影响。'),
  ...definitionsOf(view),
  ...sourcesOf(),
  ...warningsOf(view),
  ...healthOf(view),
  ...rejectsOf(view),
];
