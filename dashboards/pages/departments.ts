import { h } from '../dom.ts';
import { facts } from '../facts.ts';
import { finding } from '../figure.ts';
import type { Page } from '../view.ts';
import { comparisonSection } from './departments/comparison-section.ts';
import { comparisonSentence } from './departments/comparison-sentence.ts';
import { pickUnit } from './departments/pick-unit.ts';
import { unitPage } from './departments/unit-page.ts';
import { workloadFigure, workloadOf } from './departments/workload.ts';

export const departmentsPage: Page = (view) => {
  // A department's own file opens on its page.
  const unit = view.state.unit ?? facts().department ?? null;
  if (unit !== null) return unitPage(unit, view);
  const workloads = workloadOf(view);
  return [
    finding(comparisonSentence(view), []),
    h(
      'p',
      { class: 'note' },
      '单位之间比较按件次：每个应答复单位各计一次；会办单位不答复提案人，不计入比率。承担的事情难易不同，线内的差别可能只是偶然，不排名次。',
    ),
    pickUnit(
      workloads.map(({ department }) => department),
      null,
    ),
    comparisonSection(view),
    workloadFigure(workloads, view),
  ];
};
