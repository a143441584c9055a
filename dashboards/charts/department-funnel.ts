import * as Plot from '@observablehq/plot';
import {
  type Comparison,
  funnelLimits,
  LEAST,
  type Standing,
} from '../../pipeline/outcome/compare-departments.ts';
import { type Chart, type ChartSize, COLOURS, STYLE, UNKNOWN_COLOUR } from '../charts.ts';

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
  const percent = (v: number) => `${(v * 100).toFixed(1)}%`;
  return Plot.plot({
    width,
    height: 380,
    marginLeft: 50,
    marginBottom: 45,
    marginTop: 30,
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
      Plot.text(outside, { x: 'denominator', y: 'rate', text: 'department', dy: -11 }),
    ],
  });
}
