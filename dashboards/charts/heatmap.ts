import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, labelWidth, STYLE } from '../charts.ts';

export interface HeatCell {
  row: string;
  column: string;
  count: number;
}

/** Counts as a table of shaded cells in the order given. Narrow columns lose their counts first, then lie on their side. */
export function heatmap(
  data: readonly HeatCell[],
  rows: readonly string[],
  columns: readonly string[],
  { width }: ChartSize,
): Chart {
  const most = Math.max(1, ...data.map((d) => d.count));
  const left = labelWidth(rows);
  const longest = Math.max(0, ...columns.map(textWidth));
  const room = (width - left - 20) / Math.max(1, columns.length);
  const isTilted = room < longest + 6;
  const hasCounts = room >= textWidth(String(most)) + 4;
  return Plot.plot({
    width,
    height: 40 + rows.length * 26 + (isTilted ? longest : 14),
    marginLeft: left,
    marginTop: isTilted ? longest + 14 : 30,
    style: STYLE,
    x: { label: null, axis: 'top', type: 'band', domain: columns, tickRotate: isTilted ? -90 : 0 },
    y: { label: null, domain: rows },
    color: { type: 'linear', domain: [0, most], range: ['#eef4f9', '#0b4f8a'] },
    marks: [
      Plot.cell(data, {
        x: 'column',
        y: 'row',
        fill: 'count',
        inset: 0.5,
        title: (d: HeatCell) => `${d.row} ${d.column}：${d.count}`,
      }),
      ...(hasCounts ? [counts(data, most)] : []),
    ],
  });
}

function counts(data: readonly HeatCell[], most: number) {
  return Plot.text(data, {
    x: 'column',
    y: 'row',
    text: 'count',
    fill: (d: HeatCell) => (d.count > most * 0.55 ? '#ffffff' : '#1c2733'),
  });
}

/** In pixels of the 13 px font: Latin characters are about half as wide as Chinese ones. */
function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 7.5 : 13.5), 0);
}
