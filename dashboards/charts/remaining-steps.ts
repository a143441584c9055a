import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, labelWidth, STYLE } from '../charts.ts';

/** How many are left after each step; each is part of the one before. */
export function remainingSteps(
  steps: readonly { name: string; count: number }[],
  { width }: ChartSize,
): Chart {
  const names = steps.map((step) => step.name);
  return Plot.plot({
    width,
    height: 30 + names.length * 36,
    marginLeft: labelWidth(names),
    marginRight: 60,
    marginBottom: 10,
    style: STYLE,
    x: { axis: null, domain: [0, Math.max(1, ...steps.map((step) => step.count))] },
    y: { label: null, domain: names },
    marks: [
      Plot.barX(steps, {
        x: 'count',
        y: 'name',
        fill: COLOURS[1] ?? '',
        inset: 3,
        title: (d) => `${d.name}：${d.count}`,
      }),
      Plot.text(steps, { x: 'count', y: 'name', text: 'count', textAnchor: 'start', dx: 6 }),
    ],
  });
}
