import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** A difference of rates with its 95 % interval, in [−1, 1]. */
export interface Effect {
  name: string;
  value: number;
  low: number;
  high: number;
}

/** Differences of rates, a line each, with the line of no difference. */
export function effects(data: readonly Effect[], { width }: ChartSize): Chart {
  const names = data.map((d) => d.name);
  const reach = 1.06 * Math.max(0.1, ...data.flatMap((d) => [Math.abs(d.low), Math.abs(d.high)]));
  const signed = (text: string) => (text.startsWith('-') ? text.replace('-', '−') : `+${text}`);
  const points = (v: number) => (v === 0 ? '0' : signed(String(Math.round(v * 100))));
  return Plot.plot({
    width,
    height: 70 + names.length * 34,
    marginLeft: labelWidth(names),
    marginRight: 24,
    marginBottom: 45,
    style: STYLE,
    x: {
      domain: [-reach, reach],
      grid: true,
      label: '相差（百分点）',
      labelAnchor: 'center',
      tickFormat: points,
    },
    y: { label: null, type: 'point', domain: names },
    marks: [
      Plot.ruleX([0], { stroke: '#1c2733', strokeDasharray: '4 3' }),
      Plot.ruleY(data, {
        y: 'name',
        x1: 'low',
        x2: 'high',
        stroke: COLOURS[0] ?? '',
        strokeWidth: 3,
        strokeOpacity: 0.4,
      }),
      Plot.dot(data, { x: 'value', y: 'name', r: 5, fill: COLOURS[0] ?? '' }),
      Plot.text(data, { x: 'value', y: 'name', dy: -12, text: (d) => signed((d.value * 100).toFixed(1)) }),
    ],
  });
}
