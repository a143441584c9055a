import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, type RatePoint, STYLE } from '../charts.ts';

/** Rates by group with their 95 % intervals, a line each. */
export function ratesByGroup(
  data: (Omit<RatePoint, 'period'> & { group: string })[],
  { width }: ChartSize,
): Chart {
  const rows = data.map((d) => ({ ...d, row: `${d.group}（${d.n}）` }));
  const names = rows.map((d) => d.row);
  return Plot.plot({
    width,
    height: 50 + names.length * 24,
    marginLeft: labelWidth(names),
    marginRight: 24,
    style: STYLE,
    x: { domain: [0, 1], grid: true, label: null, tickFormat: (v: number) => `${Math.round(v * 100)}%` },
    y: { label: null, type: 'point', domain: names },
    marks: [
      Plot.ruleY(rows, { y: 'row', x1: 'low', x2: 'high', stroke: '#8a8f98', strokeWidth: 2 }),
      Plot.dot(rows, { x: 'rate', y: 'row', r: 5, fill: COLOURS[0] ?? '' }),
    ],
  });
}
