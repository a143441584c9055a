import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** Rates of one department with their 95 % intervals, and that of all others together as a tick; all in [0, 1]. */
export function ownAndOthers(
  data: { name: string; rate: number; low: number; high: number; n: number; others: number }[],
  { width }: ChartSize,
): Chart {
  const rows = data.map((d) => ({ ...d, row: `${d.name}（${d.n}）` }));
  const names = rows.map((d) => d.row);
  return Plot.plot({
    width,
    height: 50 + names.length * 24,
    marginLeft: labelWidth(names),
    marginRight: 24,
    style: STYLE,
    x: { domain: [0, 1], grid: true, label: null, tickFormat: (v: number) => `${Math.round(v * 100)}%` },
    y: { label: null, type: 'band', domain: names, padding: 0.3 },
    marks: [
      Plot.ruleY(rows, { y: 'row', x1: 'low', x2: 'high', stroke: '#8a8f98', strokeWidth: 2 }),
      Plot.tickX(rows, { x: 'others', y: 'row', stroke: COLOURS[4] ?? '', strokeWidth: 3 }),
      Plot.dot(rows, { x: 'rate', y: 'row', r: 5, fill: COLOURS[0] ?? '' }),
    ],
  });
}
