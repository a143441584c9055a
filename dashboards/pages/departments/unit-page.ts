import { narrow, sumBy } from '../../../pipeline/outcome/cube.ts';
import { has } from '../../data.ts';
import { h } from '../../dom.ts';
import { facts } from '../../facts.ts';
import { finding } from '../../figure.ts';
import { current, link } from '../../navigate.ts';
import type { View } from '../../view.ts';
import { pickUnit } from './pick-unit.ts';
import { againstSection } from './unit/against-section.ts';
import { unitByYear, unitOutcomes, unitTopics } from './unit/figures.ts';
import { obstacleSection } from './unit/obstacle-section.ts';
import { openSection } from './unit/open-section.ts';
import { promiseSection } from './unit/promise-section.ts';
import { recurringSection } from './unit/recurring-section.ts';
import { unitSentence } from './unit/unit-sentence.ts';
import { withoutDepartment } from './without-department.ts';
import { workloadOf } from './workload.ts';

/** The page of one department: what it answers, against all departments, and what it has to see to. */
export function unitPage(unit: string, view: View): Node[] {
  const whole = withoutDepartment(view);
  const own = narrow(whole.cube, { department: unit });
  const answers = [...sumBy(own, 'department', 'entries').values()][0] ?? 0;
  const load = workloadOf(whole);
  const co = load.find(({ department }) => department === unit)?.co ?? 0;
  const head = [
    h('p', { class: 'back' }, facts().department ? '' : link('← 全部承办单位', { unit: null })),
    h('h3', { class: 'unit' }, unit),
  ];
  const pick = facts().department
    ? []
    : [
        pickUnit(
          load.map(({ department }) => department),
          unit,
        ),
      ];
  const ignored =
    view.state.filters.department !== null && view.state.filters.department !== unit
      ? [h('p', { class: 'note' }, '本页只看这一个单位，上面的“承办单位”筛选在这里不起作用。')]
      : [];
  const filters = { ...current().filters, department: unit };
  const cases = h(
    'p',
    {},
    link(`查看应答复的 ${Number.isNaN(answers) ? '' : answers} 件`, { tab: 'proposals', filters }),
    co > 0 ? `；另会办 ${co} 件，会办只向主办单位提意见，不答复提案人` : '',
  );
  if (own.rows.length === 0)
    return [
      ...head,
      finding(`${unit}没有符合筛选的应答复件。`, []),
      ...pick,
      ...ignored,
      co > 0 ? cases : h('p', {}),
    ];
  return [
    ...head,
    finding(unitSentence(unit, own, whole.cube), []),
    ...pick,
    ...ignored,
    cases,
    ...(has('handlings') ? openSection(unit, whole) : []),
    ...againstSection(unit, own, whole),
    unitByYear(own, whole),
    unitOutcomes(own, whole),
    unitTopics(own, whole),
    ...(has('promises') ? promiseSection(unit, whole) : []),
    ...(has('obstacles') ? obstacleSection(unit, whole) : []),
    ...(has('issues') && has('issue_members') ? recurringSection(unit, own, whole) : []),
  ];
}
