import { type Dimension, dimensionOf, sumBy } from '../../../pipeline/outcome/cube.ts';
import { countsByGroup } from '../../charts/counts-by-group.ts';
import { has, table } from '../../data.ts';
import { figure } from '../../figure.ts';
import { countWords } from '../../rate-words.ts';
import type { View } from '../../view.ts';
import { withoutDepartment } from './without-department.ts';

export interface Workload {
  department: string;
  /** Answers that the department owes, 件次. */
  answers: number;
  /** What it gives its opinion on; null where the page has no table of handlings. */
  co: number | null;
}

/** What each department answers and co-handles, the busiest first. */
export function workloadOf(view: View): Workload[] {
  const answers = sumBy(view.cube, 'department', 'answers');
  const co = coHandled(view);
  const names = new Set([...answers.keys(), ...(co?.keys() ?? [])]);
  return [...names]
    .flatMap((department): Workload[] =>
      department === null
        ? []
        : [
            {
              department: String(department),
              answers: answers.get(department) ?? 0,
              co: co === null ? null : (co.get(String(department)) ?? 0),
            },
          ],
    )
    .filter(({ answers: n, co: m }) => n !== 0 || (m ?? 0) > 0)
    .sort(
      (a, b) => b.answers - a.answers || (b.co ?? 0) - (a.co ?? 0) || (a.department < b.department ? -1 : 1),
    );
}

let known: { proposals: ArrayLike<number>; department: Dimension; isCo: Uint8Array } | undefined;

function coHandled(view: View): Map<string, number> | null {
  if (!has('handlings')) return null;
  known ??= readHandlings();
  const { proposals, department, isCo } = known;
  const { covers } = withoutDepartment(view);
  const wanted = view.state.filters.department;
  const counts = new Float64Array(department.values.length);
  for (let i = 0; i < isCo.length; i++) {
    if (isCo[i] !== 1 || !covers(proposals[i] ?? -1)) continue;
    const code = department.codes[i] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return new Map(
    department.values.flatMap((name, code): [string, number][] =>
      name === null || (wanted !== null && name !== wanted) || counts[code] === 0
        ? []
        : [[String(name), counts[code] ?? 0]],
    ),
  );
}

function readHandlings() {
  const source = table('handlings');
  const isCo = Uint8Array.from([...(source.getChild('role') ?? [])], (role) => (role === 'co' ? 1 : 0));
  const department = dimensionOf([...(source.getChild('department') ?? [])]);
  return { proposals: source.getChild('proposal')?.toArray() ?? [], department, isCo };
}

export function workloadFigure(workloads: readonly Workload[], view: View): HTMLElement {
  const hasCo = workloads.some(({ co }) => co !== null);
  // The chart keeps the busiest; the table has all.
  const shown = workloads.slice(0, 40);
  const left = workloads.length > shown.length ? `；图中是件次最多的 ${shown.length} 个，全部见数据表` : '';
  return figure({
    title: '各单位承办件次',
    note: `应答复：主办、独办、分办、合办${hasCo ? '；会办只向主办单位提意见，不答复提案人' : ''}${left}`,
    chart:
      shown.length === 0
        ? null
        : countsByGroup(
            shown.flatMap(({ department, answers, co }) => [
              { row: department, group: '应答复', count: answers },
              ...(co === null ? [] : [{ row: department, group: '会办', count: co }]),
            ]),
            hasCo ? ['应答复', '会办'] : ['应答复'],
            view,
          ),
    columns: ['承办单位', '应答复件次', ...(hasCo ? ['会办件次'] : [])],
    cells: workloads.map(({ department, answers, co }) => [
      department,
      countWords(answers),
      ...(co === null ? [] : [co]),
    ]),
  });
}
