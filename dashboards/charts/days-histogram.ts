import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** How many answers of a period took so long; `to` is excluded, Infinity for the last bin. */
export interface DaysBin {
  period: string;
  from: number;
  to: number;
  count: number;
  /** Of the period's answers, in [0, 1]: a year with few is as readable as one with many. */
  share: number;
}

/** A median and the day within which nine of ten answers came. */
export interface DaysMark {
  period: string;
  n: number;
  median: number;
  p90: number;
}

const [MEDIAN, P90] = ['中位数', '九成不超过'];

/** The days that answers took, a row of bars for each period with the same scale of days. */
export function daysHistogram(
  bins: readonly DaysBin[],
  marks: readonly DaysMark[],
  last: number,
  { width }: ChartSize,
): Chart {
  const label = new Map(marks.map(({ period, n }) => [period, `${period}（${n}）`]));
  const rows = [...label.values()];
  const within = (days: number) => Math.min(days, last);
  return Plot.plot({
    width,
    height: 60 + rows.length * 64,
    marginLeft: labelWidth(rows),
    marginRight: 30,
    marginTop: 10,
    marginBottom: 40,
    style: STYLE,
    x: { domain: [0, last], label: '天', ticks: width < 600 ? 4 : 10, grid: true },
    y: { axis: null },
    fy: { domain: rows, label: null, padding: 0.15, axis: 'left' },
    color: { domain: [MEDIAN, P90], range: [COLOURS[4] ?? '', COLOURS[6] ?? ''], legend: true },
    marks: [
      Plot.rectY(bins, {
        x1: 'from',
        x2: (d: DaysBin) => within(d.to),
        y: 'share',
        fy: (d: DaysBin) => label.get(d.period) ?? d.period,
        fill: COLOURS[1] ?? '',
        inset: 0.5,
        title: (d: DaysBin) =>
          `${d.period} ${d.to === Number.POSITIVE_INFINITY ? `${d.from} 天以上` : `${d.from}–${d.to - 1} 天`}：${d.count}`,
      }),
      Plot.ruleY([0], { stroke: '#8a8f98' }),
      ...([MEDIAN, P90] as const).map((name) =>
        Plot.ruleX(marks, {
          x: (d: DaysMark) => within(name === MEDIAN ? d.median : d.p90),
          fy: (d: DaysMark) => label.get(d.period) ?? d.period,
          stroke: () => name,
          strokeWidth: 2.5,
          strokeDasharray: name === MEDIAN ? 'none' : '4 3',
          title: (d: DaysMark) => `${d.period} ${name} ${name === MEDIAN ? d.median : d.p90} 天`,
        }),
      ),
    ],
  });
}
