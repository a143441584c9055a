import { sumBy } from '../../../pipeline/outcome/cube.ts';
import { countsByGroup } from '../../charts/counts-by-group.ts';
import { facts } from '../../facts.ts';
import { figure } from '../../figure.ts';
import { unreplied } from '../../unreplied.ts';
import { UNKNOWN, type View } from '../../view.ts';

const STATES = [
  ['late', '逾期未答复'],
  ['not_due', '未到期'],
  ['no_due', '没有期限'],
] as const;

/** What is not answered on the day of the count, by department; nothing where all is answered. */
export function openNow(view: View): Node[] {
  const open = unreplied(view.cube);
  if (open === null || open.rows.length === 0) return [];
  const total = sumBy(open, 'department', 'unreplied');
  const states = STATES.map(([measure, name]) => ({ name, by: sumBy(open, 'department', measure) }));
  const rows = [...total]
    .map(([department, n]) => ({
      department: String(department ?? UNKNOWN),
      n,
      counts: states.map(({ name, by }) => ({ name, count: by.get(department) ?? 0 })),
    }))
    .sort(
      (a, b) =>
        (b.counts[0]?.count ?? 0) - (a.counts[0]?.count ?? 0) ||
        b.n - a.n ||
        (a.department < b.department ? -1 : 1),
    );
  const used = states.filter(({ name }) =>
    rows.some((r) => r.counts.some((c) => c.name === name && c.count > 0)),
  );
  const shown = rows.slice(0, 30);
  const left = rows.length > shown.length ? `；图中是逾期最多的 ${shown.length} 个单位，全部见数据表` : '';
  const asOf = facts().as_of;
  return [
    figure({
      title: '尚未答复的，按承办单位',
      note: `${asOf ? `算到 ${asOf}；` : ''}共 ${open.rows.length} 件次${used.length === 1 ? `，都是${used[0]?.name}的` : ''}；每个应答复单位各计一次${left}`,
      chart: countsByGroup(
        shown.flatMap(({ department, counts }) =>
          counts.map(({ name, count }) => ({ row: department, group: name, count })),
        ),
        used.map(({ name }) => name),
        view,
      ),
      columns: ['承办单位', '尚未答复件次', ...states.map(({ name }) => name)],
      cells: rows.map(({ department, n, counts }) => [department, n, ...counts.map(({ count }) => count)]),
    }),
  ];
}
