import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** A rate of a part with its 95 % interval, and the rate of the whole; all in [0, 1]. */
export interface Against {
  name: string;
  rate: number;
  low: number;
  high: number;
  n: number;
  /** null where the whole has nothing to count. */
  whole: number | null;
}

const OWN = '本单位（灰线为 95% 区间）';

/** The rates of a part, a line each, with a tick where the whole, called `name`, stands. */
export function againstWhole(data: readonly Against[], name: string, { width }: ChartSize): Chart {
  const rows = data.map((d) => ({ ...d, row: `${d.name}（${d.n}）` }));
  const percent = (v: number) => `${(v * 100).toFixed(1)}%`;
  return Plot.plot({
    width,
    height: 50 + rows.length * 28,
    marginLeft: labelWidth(rows.map((d) => d.row)),
    marginRight: 24,
    style: STYLE,
    x: {
      domain: [0, 1],
      grid: true,
      label: null,
      ticks: width < 600 ? 2 : 10,
      tickFormat: (v: number) => `${Math.round(v * 100)}%`,
    },
    y: { label: null, type: 'band', domain: rows.map((d) => d.row), padding: 0.3 },
    color: { domain: [OWN, name], range: [COLOURS[0] ?? '', COLOURS[4] ?? ''], legend: true },
    marks: [
      Plot.ruleY(rows, { y: 'row', x1: 'low', x2: 'high', stroke: '#8a8f98', strokeWidth: 3 }),
      Plot.dot(rows, {
        x: 'rate',
        y: 'row',
        r: 5,
        fill: () => OWN,
        title: (d: Against) =>
          `${d.name} ${percent(d.rate)}，n=${d.n}，95% 区间 ${percent(d.low)}–${percent(d.high)}`,
      }),
      Plot.tickX(
        rows.filter((d) => d.whole !== null),
        {
          x: 'whole',
          y: 'row',
          stroke: () => name,
          strokeWidth: 3,
          title: (d: Against) => `${name}${d.name} ${percent(d.whole ?? 0)}`,
        },
      ),
    ],
  });
}
