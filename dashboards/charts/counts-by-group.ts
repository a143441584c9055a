import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** Counts as bars, a row each in the order given, stacked by group; the total stands at the end. */
export function countsByGroup(
  data: readonly { row: string; group: string; count: number }[],
  groups: readonly string[],
  { width }: ChartSize,
): Chart {
  const rows = [...new Set(data.map((d) => d.row))];
  const known = data.filter((d) => d.count > 0);
  const totals = rows.map((row) => ({
    row,
    total: data.filter((d) => d.row === row).reduce((sum, d) => sum + d.count, 0),
  }));
  return Plot.plot({
    width,
    height: 40 + rows.length * 24,
    marginLeft: labelWidth(rows),
    marginRight: 50,
    marginTop: 10,
    style: STYLE,
    x: {
      label: null,
      grid: true,
      // Whole numbers only.
      ticks: Math.max(1, Math.min(8, Math.floor(width / 110), Math.max(...totals.map((d) => d.total)))),
      tickFormat: 'd',
    },
    y: { label: null, domain: rows, padding: 0.25 },
    color: {
      domain: [...groups],
      range: [COLOURS[0] ?? '', COLOURS[3] ?? '', COLOURS[4] ?? ''],
      legend: groups.length > 1,
    },
    marks: [
      Plot.barX(
        known,
        Plot.stackX(
          { order: [...groups] },
          {
            x: 'count',
            y: 'row',
            fill: 'group',
            title: (d: { row: string; group: string; count: number }) => `${d.row} ${d.group}：${d.count}`,
          },
        ),
      ),
      Plot.text(totals, { x: 'total', y: 'row', text: 'total', textAnchor: 'start', dx: 5 }),
      Plot.ruleX([0]),
    ],
  });
}
