import * as Plot from '@observablehq/plot';
import {
  type Comparison,
  funnelLimits,
  LEAST,
  type Standing,
} from '../../pipeline/outcome/compare-departments.ts';
import { type Chart, type ChartSize, COLOURS, STYLE, UNKNOWN_COLOUR } from '../charts.ts';
import { placeLabels } from './place-labels.ts';

/** Departments by how many answers they gave and at which rate, within the limits of chance; who is outside is named. */
export function departmentFunnel(comparison: Comparison, { width }: ChartSize): Chart {
  const { mean, standings } = comparison;
  const most = Math.max(LEAST, ...standings.map((s) => s.denominator)) * 1.06;
  const limits = Array.from({ length: 120 }, (_, i) => 1 + ((most - 1) * i) / 119).map((n) => ({
    n,
    ...funnelLimits(comparison, n),
  }));
  const line = (y: 'low95' | 'high95' | 'low998' | 'high998') =>
    Plot.line(limits, {
      x: 'n',
      y,
      stroke: '#8a8f98',
      strokeDasharray: y.endsWith('998') ? '2 4' : '6 4',
    });
  const outside = standings.filter((s) => !['within', 'few'].includes(s.verdict));
  const [left, right, top, bottom, height] = [50, 20, 30, 45, 380];
  const labels = placeLabels(
    outside.map((s) => ({
      x: left + (s.denominator / most) * (width - left - right),
      y: top + (1 - s.rate) * (height - top - bottom),
      text: s.department,
    })),
    { width, height },
  );
  const percent = (v: number) => `${(v * 100).toFixed(1)}%`;
  return Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginBottom: bottom,
    marginTop: top,
    style: STYLE,
    x: { label: '件次', domain: [0, most] },
    y: { label: null, domain: [0, 1], grid: true, tickFormat: (v: number) => `${Math.round(v * 100)}%` },
    marks: [
      Plot.ruleY([mean], { stroke: '#8a8f98' }),
      ...(['low95', 'high95', 'low998', 'high998'] as const).map(line),
      Plot.dot(standings, {
        x: 'denominator',
        y: 'rate',
        r: 4,
        fill: (s: Standing) =>
          s.verdict === 'few'
            ? UNKNOWN_COLOUR
            : outside.includes(s)
              ? (COLOURS[4] ?? '')
              : (COLOURS[0] ?? ''),
        title: (s: Standing) => `${s.department}：${percent(s.rate)}（${s.numerator}/${s.denominator}）`,
      }),
      ...outside.flatMap((s, i) => {
        const label = labels[i];
        if (!label) return [];
        return Plot.text([s], {
          x: 'denominator',
          y: 'rate',
          text: () => label.text,
          dx: label.dx,
          dy: label.dy,
        });
      }),
    ],
  });
}
