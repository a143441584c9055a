import {
  compareDepartments,
  departmentCells,
  LEAST,
  type Standing,
  type Verdict,
} from '../pipeline/outcome/compare-departments.ts';
import { departmentFunnel } from './charts/department-funnel.ts';
import { has } from './data.ts';
import { h } from './dom.ts';
import { figure } from './figure.ts';
import type { View } from './view.ts';
import { percent } from './words.ts';

/** Verdicts in words. */
export const VERDICTS: Record<Verdict, string> = {
  few: `不足 ${LEAST} 件次，不判定`,
  far_below: '明显偏低（99.8%）',
  below: '偏低（95%）',
  within: '在正常波动内',
  above: '偏高（95%）',
  far_above: '明显偏高（99.8%）',
};

/** Departments by one metric: a funnel rather than a league table, and the numbers with their n. */
export function departmentFigure(metric: string, view: View): HTMLElement {
  if (has('whole')) return h('p', { class: 'note' }, '与其他单位的比较见“与全体比较”。');
  const comparison = compareDepartments(departmentCells(view.cube, metric));
  const { mean, overdispersion, standings } = comparison;
  const name = view.cube.metrics.find((m) => m.id === metric)?.name ?? metric;
  const wider =
    overdispersion > 1 ? `，界限已按单位间的实际离散放宽（${overdispersion.toFixed(2)} 倍方差）` : '';
  return figure({
    title: `承办单位${name}`,
    note: `横线为平均 ${(mean * 100).toFixed(1)}%，虚线为 95% 和 99.8% 界限${wider}；线内的差别可能只是偶然，不宜排名；灰点不足 ${LEAST} 件次，不判定`,
    chart: standings.length === 0 ? null : departmentFunnel(comparison, view),
    columns: ['承办单位', '件次', name, '判断', '收缩后', '按主题应有', '实际/应有', '95% 区间'],
    cells: standings.map((s) => [
      s.department,
      s.denominator,
      percent(s.numerator, s.denominator),
      VERDICTS[s.verdict],
      `${(s.shrunken * 100).toFixed(1)}%`,
      `${((s.expected / s.denominator) * 100).toFixed(1)}%`,
      ...ratio(s),
    ]),
  });
}

function ratio({ ratio }: Standing): [string, string] {
  if (ratio === null) return ['—', '—'];
  return [ratio.value.toFixed(2), `${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)}`];
}
