import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, STYLE } from '../charts.ts';

/** Of the cases with at least `score`: their share of all, and the share that is right among them. All in [0, 1]. */
export interface ThresholdPoint {
  score: number;
  coverage: number;
  /** Null where nothing is known. */
  right: number | null;
}

/** How much can be left to the machine, and how much of it is right, by the score that is asked for. */
export function thresholdTradeOff(data: readonly ThresholdPoint[], { width }: ChartSize): Chart {
  const percent = (v: number) => `${Math.round(v * 100)}%`;
  const measures = ['交给机器的', '其中判对的'];
  const points = data.flatMap((d) => [
    { score: d.score, measure: '交给机器的', value: d.coverage },
    ...(d.right === null ? [] : [{ score: d.score, measure: '其中判对的', value: d.right }]),
  ]);
  return Plot.plot({
    width: Math.min(width, 640),
    height: 300,
    marginLeft: 50,
    marginBottom: 45,
    style: STYLE,
    x: { label: '得分不低于', labelAnchor: 'center', domain: [0, 1], tickFormat: percent },
    y: { label: null, domain: [0, 1], grid: true, tickFormat: percent },
    color: { domain: measures, range: [COLOURS[0] ?? '', COLOURS[4] ?? ''], legend: true },
    marks: [
      Plot.line(points, { x: 'score', y: 'value', stroke: 'measure', strokeWidth: 2 }),
      Plot.dot(points, {
        x: 'score',
        y: 'value',
        fill: 'measure',
        r: 3.5,
        title: (d) => `得分不低于 ${percent(d.score)}：${d.measure} ${(d.value * 100).toFixed(1)}%`,
      }),
    ],
  });
}
