import { countsByGroup } from '../../../charts/counts-by-group.ts';
import { text } from '../../../data.ts';
import { figure } from '../../../figure.ts';
import type { View } from '../../../view.ts';
import { caseOf, rowsOfUnit } from './rows-of-unit.ts';

/** What stood in the way, by the department's own answers; the sentences are in the table. */
export function obstacleSection(unit: string, view: View): Node[] {
  const found = rowsOfUnit('obstacles', unit, view);
  if (found.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { row } of found) counts.set(text(row.kind_name), (counts.get(text(row.kind_name)) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    figure({
      title: '答复中说到的难点',
      note: '从答复原文读出，一份答复可有几类；每条的原句见数据表，标“请核对”的把握不大',
      chart: countsByGroup(
        kinds.map(([row, count]) => ({ row, group: '答复', count })),
        ['答复'],
        view,
      ),
      columns: ['难点', '案件', '原句', '把握'],
      cells: [...found]
        .sort(
          (a, b) =>
            kinds.findIndex(([k]) => k === a.row.kind_name) - kinds.findIndex(([k]) => k === b.row.kind_name),
        )
        .map(({ proposal, row }) => [
          text(row.kind_name),
          caseOf(proposal).id,
          text(row.evidence),
          row.review === true ? '请核对' : '',
        ]),
    }),
  ];
}
