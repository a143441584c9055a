import { text } from '../../../data.ts';
import { day } from '../../../day.ts';
import { dataTable, h } from '../../../dom.ts';
import { link } from '../../../navigate.ts';
import { showMore } from '../../../show-more.ts';
import type { View } from '../../../view.ts';
import { PROMISE_WORDS } from '../../../words.ts';
import { caseOf, rowsOfUnit } from './rows-of-unit.ts';

/** What needs seeing to first. */
const ORDER = ['broken', 'open', 'undated', 'unknown', 'kept_late', 'kept'];

/** What a department promised and what became of it. */
export function promiseSection(unit: string, view: View): Node[] {
  const found = rowsOfUnit('promises', unit, view).sort(
    (a, b) =>
      ORDER.indexOf(text(a.row.state)) - ORDER.indexOf(text(b.row.state)) ||
      (text(a.row.due_on) < text(b.row.due_on) ? -1 : 1),
  );
  if (found.length === 0) return [];
  const counts = ORDER.flatMap((state) => {
    const n = found.filter(({ row }) => row.state === state).length;
    return n === 0 ? [] : [`${PROMISE_WORDS[state]} ${n}`];
  });
  return [
    h('h3', {}, `承诺事项 ${found.length} 项`),
    h('p', { class: 'note' }, `${counts.join('，')}。从答复原文读出的，是否兑现台账没有登记，请核对。`),
    showMore(found.length, 15, (shown) => [
      dataTable(
        ['案件', '承诺事项', '时限', '兑现', '状态', '出处'],
        found.slice(0, shown).map(({ proposal, row }) => {
          const { id } = caseOf(proposal);
          return [
            link(id, { tab: 'proposals', case: id }),
            text(row.item),
            day(row.due_on, '没有'),
            day(row.fulfilled_on, ''),
            PROMISE_WORDS[text(row.state)] ?? text(row.state),
            row.source === 'ledger' ? '台账' : '答复原文',
          ];
        }),
      ),
    ]),
  ];
}
