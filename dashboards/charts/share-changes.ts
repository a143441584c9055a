import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

interface ShareChange {
  topic: string;
  /** Shares of the first and last year, in [0, 1]. */
  first: number;
  last: number;
  /** null: within chance. */
  direction: 'rising' | 'fading' | null;
}

const MARKS = { rising: '▲', fading: '▼' } as const;
const CHANCE = '#8a8f98';

/** From the share of the first year (hollow) to that of the last (full); what moved beyond chance is marked. */
export function shareChanges(data: readonly ShareChange[], { width }: ChartSize): Chart {
  const sorted = [...data].sort((a, b) => b.last - b.first - (a.last - a.first));
  const topics = sorted.map((d) => d.topic);
  const colour = ({ direction }: ShareChange) =>
    direction === null ? CHANCE : ((direction === 'rising' ? COLOURS[0] : COLOURS[4]) ?? '');
  const percent = (v: number) => `${(v * 100).toFixed(1)}%`;
  const title = (d: ShareChange) => `${d.topic}：${percent(d.first)} → ${percent(d.last)}`;
  const most = Math.max(0.01, ...sorted.flatMap((d) => [d.first, d.last])) * 1.08;
  return Plot.plot({
    width,
    height: 50 + topics.length * 24,
    marginLeft: labelWidth(topics),
    marginRight: 24,
    style: STYLE,
    x: {
      label: null,
      grid: true,
      domain: [0, most],
      ticks: width < 500 ? 3 : 8,
      tickFormat: (v: number) => `${Math.round(v * 1000) / 10}%`,
    },
    y: { label: null, type: 'point', domain: topics, padding: 0.7 },
    marks: [
      Plot.ruleY(sorted, { y: 'topic', x1: 'first', x2: 'last', stroke: colour, strokeWidth: 3 }),
      Plot.dot(sorted, {
        x: 'first',
        y: 'topic',
        r: 4,
        stroke: colour,
        fill: '#ffffff',
        strokeWidth: 2,
        title,
      }),
      Plot.dot(sorted, { x: 'last', y: 'topic', r: 5, fill: colour, title }),
      Plot.text(sorted, {
        x: (d: ShareChange) => Math.max(d.first, d.last),
        y: 'topic',
        dx: 14,
        text: (d: ShareChange) => (d.direction === null ? '' : MARKS[d.direction]),
        fill: colour,
      }),
    ],
  });
}
