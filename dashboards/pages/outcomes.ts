import { rate } from '../../pipeline/outcome/rate.ts';
import { sharesByGroup } from '../charts.ts';
import { cube, type Row } from '../data.ts';
import { figure, h } from '../dom.ts';
import { inWords, OUTCOME_WORDS, percent } from '../words.ts';
import { departmentFigure } from './departments.ts';
import { filterOf, num, type Page, periodsOf, type Selection, selected, sumBy, text } from './select.ts';

export const outcomesPage: Page = (selection) => {
  const data = selected('outcomes', selection);
  const { numerator, denominator, low, high } = rate(cube(), 'solved_rate', { where: filterOf(selection) });
  const unknown = data.reduce((sum, r) => sum + (r.outcome === null ? num(r.proposals) : 0), 0);
  const topics = [...sumBy(data, (r) => text(r.topic_name), ['proposals'])]
    .sort((a, b) => num(b[1].proposals) - num(a[1].proposals))
    .map(([topic]) => topic);
  return [
    h(
      'p',
      { class: 'finding' },
      denominator === 0
        ? '台账没有可以统计的办理结果。'
        : `${denominator} 件中解决采纳 ${numerator} 件，占 ${percent(numerator, denominator)}（95% 区间 ${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%）。`,
    ),
    h(
      'p',
      { class: 'note' },
      `结果按本次所用口径换算${unknown > 0 ? `；另有 ${unknown} 件的代码口径未列，原样单列，不并入任何一类` : ''}。`,
    ),
    chart('各年度办理结果', data, (r) => text(r.period), periodsOf(data), selection),
    chart('各主题办理结果', data, (r) => text(r.topic_name), topics, selection),
    departmentFigure('solved_rate', selection),
  ];
};

function chart(
  title: string,
  data: Row[],
  rowOf: (row: Row) => string,
  order: string[],
  selection: Selection,
): HTMLElement {
  const groups = groupsOf(data);
  const counts = order.flatMap((row) =>
    groups.map((group) => {
      const own = data.filter((r) => rowOf(r) === row && nameOf(r) === group);
      return { row, group, count: own.reduce((sum, r) => sum + num(r.proposals), 0) };
    }),
  );
  const table = order.map((row) => [
    row,
    ...groups.map((g) => counts.find((c) => c.row === row && c.group === g)?.count ?? 0),
  ]);
  return figure(
    title,
    '条内数字为件数，括号内为合计',
    sharesByGroup(
      counts.filter((c) => c.count > 0),
      groups,
      order,
      selection,
    ),
    ['', ...groups],
    table,
  );
}

function nameOf(row: Row): string {
  return inWords(row.outcome === null ? null : text(row.outcome), text(row.outcome_raw), OUTCOME_WORDS);
}

/** Known outcomes in their order, local words after them. */
function groupsOf(data: Row[]): string[] {
  const names = new Set(data.map(nameOf));
  const known = Object.values(OUTCOME_WORDS).filter((word) => names.delete(word));
  return [...known, ...[...names].sort()];
}
