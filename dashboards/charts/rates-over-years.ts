import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, COLOURS, type RatePoint, STYLE } from '../charts.ts';

/** One small picture a name, all on the same scale: a rate over the periods with its 95 % interval as a band. */
export function ratesOverYears(
  data: readonly RatePoint[],
  names: readonly string[],
  { width }: ChartSize,
): Chart {
  const columns = Math.max(1, Math.min(4, Math.floor(width / 200), names.length));
  const placed = data.map((d) => {
    const at = names.indexOf(d.name);
    return { ...d, column: at % columns, line: Math.floor(at / columns) };
  });
  const heads = names.map((name, i) => ({ name, column: i % columns, line: Math.floor(i / columns) }));
  const lines = Math.ceil(names.length / columns);
  const periods = [...new Set(data.map((d) => d.period))];
  const facet = { fx: 'column', fy: 'line' };
  return Plot.plot({
    width,
    height: 50 + lines * 140,
    marginLeft: 44,
    marginBottom: 34,
    style: STYLE,
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.28 },
    x: {
      label: null,
      type: 'point',
      domain: periods,
      padding: 0.4,
      ticks: ticksOf(periods, width / columns),
    },
    y: {
      label: null,
      grid: true,
      ticks: 4,
      domain: [0, Math.max(0.05, ...data.map((d) => d.high))],
      tickFormat: (v: number) => `${Math.round(v * 100)}%`,
    },
    marks: [
      Plot.text(heads, { ...facet, text: 'name', frameAnchor: 'top', dy: -16, fontWeight: 600 }),
      Plot.areaY(placed, {
        ...facet,
        x: 'period',
        y1: 'low',
        y2: 'high',
        z: 'name',
        fill: '#8cc5e3',
        fillOpacity: 0.35,
      }),
      Plot.line(placed, {
        ...facet,
        x: 'period',
        y: 'rate',
        z: 'name',
        stroke: COLOURS[0] ?? '',
        strokeWidth: 2,
      }),
      Plot.dot(placed, {
        ...facet,
        x: 'period',
        y: 'rate',
        r: 3,
        fill: COLOURS[0] ?? '',
        title: (d) => `${d.name} ${d.period}：${(d.rate * 100).toFixed(1)}%（n=${d.n}）`,
      }),
    ],
  });
}

/** As many periods as have room, the last always among them. */
function ticksOf(periods: readonly string[], width: number): string[] {
  const step = Math.max(1, Math.ceil((periods.length * 44) / Math.max(44, width - 44)));
  return periods.filter((_, i) => (periods.length - 1 - i) % step === 0);
}
