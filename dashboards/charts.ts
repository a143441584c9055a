import * as Plot from '@observablehq/plot';
import { coloursOf, inkOn } from './charts/colour-of.ts';

/** Colours that stay apart for the colour-blind and in grey print (after Okabe and Ito 2008, dark to light). */
export const COLOURS = [
  '#0b4f8a',
  '#2f8fc4',
  '#8cc5e3',
  '#d9a441',
  '#b5651d',
  '#8a8f98',
  '#5a3d6b',
  '#c9ced6',
];
export const UNKNOWN_COLOUR = '#c9ced6';

export interface ChartSize {
  /** CSS pixels. */
  width: number;
}

export type Chart = (SVGSVGElement | HTMLElement) & Plot.Plot;

export const STYLE = {
  fontFamily: 'inherit',
  fontSize: '13px',
  background: 'transparent',
  overflow: 'visible',
};

/** Longest label, in pixels of a 13 px Chinese font. */
export function labelWidth(labels: Iterable<string>): number {
  return Math.max(40, ...[...labels].map((label) => [...label].length * 13.5 + 12));
}

export interface PeriodCount {
  period: string;
  group: string;
  count: number;
}

/** Counts per period, stacked by group; the total stands on top. `colours`: one for each group. */
export function countsByPeriod(
  data: PeriodCount[],
  groups: string[],
  { width, unit = '件', colours = COLOURS }: ChartSize & { unit?: string; colours?: readonly string[] },
): Chart {
  const totals = Plot.groupX<Plot.TextOptions>(
    { y: 'sum', text: 'sum' },
    { x: 'period', y: 'count', text: 'count', dy: -8 },
  );
  return Plot.plot({
    width,
    height: 280,
    marginTop: 28,
    style: STYLE,
    x: { label: null, type: 'band', padding: 0.35 },
    y: { label: unit, grid: true, nice: true },
    color: { domain: groups, range: colours, legend: groups.length > 1 },
    marks: [
      Plot.barY(
        data,
        Plot.stackY(
          { order: groups },
          { x: 'period', y: 'count', fill: 'group', tip: false, title: describe },
        ),
      ),
      Plot.text(data, totals),
      Plot.ruleY([0]),
    ],
  });
}

/** Shares of 100 % per row, with the counts in the bars: outcomes or ratings by period, topic or department. */
export function sharesByGroup(
  data: { row: string; group: string; count: number }[],
  groups: string[],
  rowOrder: string[],
  { width }: ChartSize,
): Chart {
  const colours = coloursOf(groups);
  const colourOf = (group: string) => colours[groups.indexOf(group)] ?? UNKNOWN_COLOUR;
  const totals = new Map<string, number>();
  for (const d of data) totals.set(d.row, (totals.get(d.row) ?? 0) + d.count);
  const labelled = data.map((d) => ({
    ...d,
    share: d.count / (totals.get(d.row) ?? 1),
    name: `${d.row}（${totals.get(d.row)}）`,
  }));
  const names = rowOrder.map((row) => `${row}（${totals.get(row) ?? 0}）`);
  const stack = { x: 'share', y: 'name', order: groups, z: 'group' };
  return Plot.plot({
    width,
    height: 70 + names.length * 30,
    marginLeft: labelWidth(names),
    marginRight: 20,
    style: STYLE,
    x: { label: null, tickFormat: (v: number) => `${Math.round(v * 100)}%`, domain: [0, 1] },
    y: { label: null, domain: names },
    color: { domain: groups, range: colours, legend: true },
    marks: [
      Plot.barX(
        labelled,
        Plot.stackX({ order: groups }, { x: 'share', y: 'name', fill: 'group', title: describe, inset: 0.5 }),
      ),
      Plot.text(
        labelled,
        Plot.stackX(
          { order: groups },
          {
            ...stack,
            text: (d: { share: number; count: number }) => (d.share * width > 45 ? d.count : ''),
            fill: (d: { group: string }) => inkOn(colourOf(d.group)),
          },
        ),
      ),
    ],
  });
}

/** A rate with what it is computed from; `low` and `high` are its 95 % interval. All in [0, 1]. */
export interface RatePoint {
  period: string;
  name: string;
  rate: number;
  low: number;
  high: number;
  n: number;
}

/** Rates by period with their intervals. */
export function ratesByPeriod(data: RatePoint[], names: string[], { width }: ChartSize): Chart {
  const title = (d: RatePoint) =>
    `${d.name} ${d.period}：${(d.rate * 100).toFixed(1)}%（n=${d.n}，95% 区间 ${(d.low * 100).toFixed(1)}–${(d.high * 100).toFixed(1)}%）`;
  const periods = [...new Set(data.map((d) => d.period))];
  const shift = (d: RatePoint) => (names.indexOf(d.name) - (names.length - 1) / 2) * 10;
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 50,
    style: STYLE,
    x: { label: null, type: 'point', domain: periods, padding: 0.5 },
    y: { label: null, grid: true, domain: [0, 1], tickFormat: (v: number) => `${Math.round(v * 100)}%` },
    color: { domain: names, range: [COLOURS[0] ?? '', COLOURS[3] ?? '', COLOURS[4] ?? ''], legend: true },
    marks: names.flatMap((name) => {
      const own = data.filter((d) => d.name === name);
      const dx = own[0] ? shift(own[0]) : 0;
      return [
        Plot.ruleX(own, {
          x: 'period',
          y1: 'low',
          y2: 'high',
          stroke: 'name',
          strokeWidth: 2,
          strokeOpacity: 0.45,
          dx,
        }),
        Plot.line(own, { x: 'period', y: 'rate', stroke: 'name', strokeWidth: 2, dx }),
        Plot.dot(own, { x: 'period', y: 'rate', fill: 'name', r: 4, dx, title }),
      ];
    }),
  });
}

/** Stated probability against the share that was right; on the diagonal the two agree. All in [0, 1]. */
export function reliabilityCurve(
  bins: { stated: number; right: number; documents: number }[],
  { width }: ChartSize,
): Chart {
  const side = Math.min(width, 460);
  const percent = (v: number) => `${Math.round(v * 100)}%`;
  return Plot.plot({
    width: side,
    height: side * 0.8,
    marginTop: 36,
    marginLeft: 50,
    marginBottom: 45,
    style: STYLE,
    x: { label: '平均概率', domain: [0, 1], grid: true, tickFormat: percent },
    y: { label: '实际正确', domain: [0, 1], grid: true, tickFormat: percent },
    marks: [
      Plot.line([0, 1], { x: (v) => v, y: (v) => v, stroke: '#8a8f98', strokeDasharray: '4 4' }),
      Plot.line(bins, { x: 'stated', y: 'right', stroke: COLOURS[0] ?? '', strokeWidth: 2 }),
      Plot.dot(bins, {
        x: 'stated',
        y: 'right',
        r: 5,
        fill: COLOURS[0] ?? '',
        title: (d) => `${d.documents} 条：平均概率 ${percent(d.stated)}，实际正确 ${percent(d.right)}`,
      }),
    ],
  });
}

/** Precision and recall of each label, on one line each. */
export function precisionAndRecall(
  data: { label: string; precision: number; recall: number; support: number }[],
  { width }: ChartSize,
): Chart {
  const names = data.map((d) => `${d.label}（${d.support}）`);
  const dots = data.flatMap((d, i) => [
    { name: names[i], measure: '精确率', value: d.precision },
    { name: names[i], measure: '召回率', value: d.recall },
  ]);
  return Plot.plot({
    width,
    height: 60 + names.length * 24,
    marginLeft: labelWidth(names),
    marginRight: 24,
    style: STYLE,
    x: { label: null, domain: [0, 1], grid: true, tickFormat: (v: number) => `${Math.round(v * 100)}%` },
    y: { label: null, type: 'point', domain: names },
    color: { domain: ['精确率', '召回率'], range: [COLOURS[0] ?? '', COLOURS[4] ?? ''], legend: true },
    marks: [
      Plot.ruleY(data, { y: (_, i) => names[i], x1: 'precision', x2: 'recall', stroke: '#8a8f98' }),
      Plot.dot(dots, {
        x: 'value',
        y: 'name',
        fill: 'measure',
        r: 5,
        title: (d) => `${d.name} ${d.measure} ${(d.value * 100).toFixed(1)}%`,
      }),
    ],
  });
}

function describe(d: { group: string; count: number; period?: string; row?: string }): string {
  return `${d.period ?? d.row ?? ''} ${d.group}：${d.count} 件`;
}
