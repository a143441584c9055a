import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** Observed over expected with its 95 % interval, 1 where a group does as all others would in its place. */
export interface Ratio {
  group: string;
  /** What is counted of the group. */
  n: number;
  value: number;
  low: number;
  high: number;
}

/** Ratios on a line each, in the order given; those whose interval leaves out 1 are marked. */
export function observedExpected(data: readonly Ratio[], { width }: ChartSize): Chart {
  const rows = data.map((d) => ({ ...d, row: `${d.group}（${d.n}）` }));
  const names = rows.map((d) => d.row);
  const most = Math.max(1.5, ...rows.map((d) => d.high));
  const colour = (d: Ratio) => (d.low > 1 || d.high < 1 ? (COLOURS[4] ?? '') : (COLOURS[0] ?? ''));
  return Plot.plot({
    width,
    height: 60 + names.length * 22,
    marginLeft: labelWidth(names),
    marginRight: 24,
    marginTop: 30,
    style: STYLE,
    x: { domain: [0, most], grid: true, axis: 'top', label: '实际 ÷ 应有' },
    y: { label: null, type: 'point', domain: names },
    marks: [
      Plot.ruleX([1], { stroke: '#1c2733', strokeDasharray: '4 3' }),
      Plot.ruleY(rows, {
        y: 'row',
        x1: 'low',
        x2: 'high',
        stroke: colour,
        strokeWidth: 2,
        strokeOpacity: 0.5,
      }),
      Plot.dot(rows, {
        x: 'value',
        y: 'row',
        r: 4.5,
        fill: colour,
        title: (d) => `${d.row}：${d.value.toFixed(2)}（95% 区间 ${d.low.toFixed(2)}–${d.high.toFixed(2)}）`,
      }),
    ],
  });
}
