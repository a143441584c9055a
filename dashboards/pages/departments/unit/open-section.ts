import { text } from '../../../data.ts';
import { day } from '../../../day.ts';
import { dataTable, h } from '../../../dom.ts';
import { facts } from '../../../facts.ts';
import { link } from '../../../navigate.ts';
import { showMore } from '../../../show-more.ts';
import type { View } from '../../../view.ts';
import { caseOf, rowsOfUnit } from './rows-of-unit.ts';

const DAY = 86_400_000;

/** What a department has not answered yet, overdue first. */
export function openSection(unit: string, view: View): Node[] {
  const { as_of } = facts();
  const open = rowsOfUnit('handlings', unit, view)
    .filter(({ row }) => row.role !== 'co' && row.replied_on === null)
    .sort((a, b) => compare(a.row.due_on, b.row.due_on) || a.proposal - b.proposal);
  if (open.length === 0) return [];
  return [
    h('h3', {}, `尚未答复的 ${open.length} 件次`),
    h('p', { class: 'note' }, `${as_of ? `算到 ${as_of}；` : ''}台账没写期限的按口径从交办日推算。`),
    showMore(open.length, 20, (shown) => [
      dataTable(
        ['案件', '标题', '交办', '期限', '状态'],
        open.slice(0, shown).map(({ proposal, row }) => {
          const { id, title } = caseOf(proposal);
          return [
            link(id, { tab: 'proposals', case: id }),
            title,
            day(row.assigned_on, '不详'),
            day(row.due_on, '没有期限'),
            stateOf(row.due_on === null ? null : text(row.due_on), as_of ?? null),
          ];
        }),
      ),
    ]),
  ];
}

/** 逾期 12 天, or 还有 5 天. */
export function stateOf(dueOn: string | null, asOf: string | null): string {
  if (dueOn === null || asOf === null) return '无法判断';
  const days = Math.round((Date.parse(dueOn) - Date.parse(asOf)) / DAY);
  return days < 0 ? `逾期 ${-days} 天` : days === 0 ? '今日到期' : `还有 ${days} 天`;
}

/** Dates ascending, what has none last. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [typeof a === 'string' ? a : '9999', typeof b === 'string' ? b : '9999'];
  return x === y ? 0 : x < y ? -1 : 1;
}
