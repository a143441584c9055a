import { dimension, measureOf } from '../../../pipeline/outcome/cube.ts';
import { type Row, rowsOf, text } from '../../data.ts';
import { day } from '../../day.ts';
import { dataTable, h } from '../../dom.ts';
import { facts } from '../../facts.ts';
import { link } from '../../navigate.ts';
import { showMore } from '../../show-more.ts';
import { unitLink } from '../../unit-link.ts';
import { unreplied } from '../../unreplied.ts';
import type { View } from '../../view.ts';
import { stateOf } from '../departments/unit/open-section.ts';
import { caseOf } from '../departments/unit/rows-of-unit.ts';

/** The answers that are overdue, the longest first, each with its case. */
export function overdueList(view: View): Node[] {
  const open = unreplied(view.cube);
  const found = open === null ? [] : overdue(open);
  if (found.length === 0) return [];
  const asOf = facts().as_of ?? null;
  return [
    h('h3', {}, `逾期未答复的 ${found.length} 件次，逾期久的在前`),
    showMore(found.length, 20, (shown) => [
      dataTable(
        ['案件', '标题', '承办单位', '交办', '期限', '逾期'],
        found.slice(0, shown).map(({ proposal, department, row }) => {
          const { id, title } = caseOf(proposal);
          return [
            link(id, { tab: 'proposals', case: id }),
            title,
            department === null ? '不详' : unitLink(department),
            day(row.assigned_on, '不详'),
            day(row.due_on, '不详'),
            stateOf(row.due_on === null ? null : text(row.due_on), asOf).replace('逾期 ', ''),
          ];
        }),
      ),
    ]),
  ];
}

interface Overdue {
  proposal: number;
  department: string | null;
  row: Row;
}

function overdue(open: NonNullable<ReturnType<typeof unreplied>>): Overdue[] {
  const [late, proposals] = [measureOf(open, 'late'), measureOf(open, 'proposal')];
  const { codes, values } = dimension(open, 'department');
  return Array.from(open.rows)
    .filter((row) => late[row] === 1)
    .map((row): Overdue => {
      const proposal = proposals[row] ?? 0;
      const value = values[codes[row] ?? 0] ?? null;
      const department = value === null ? null : String(value);
      return { proposal, department, row: datesOf(proposal, department) };
    })
    .sort((a, b) => (text(a.row.due_on) < text(b.row.due_on) ? -1 : 1) || a.proposal - b.proposal);
}

const DATES = ['department', 'assigned_on', 'due_on'];

/** The dates of a department's answer. */
function datesOf(proposal: number, department: string | null): Row {
  const handlings = rowsOf('handlings', proposal, DATES);
  return handlings.find((row) => row.department === department) ?? { assigned_on: null, due_on: null };
}
