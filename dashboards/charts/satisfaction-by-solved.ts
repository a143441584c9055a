import * as Plot from '@observablehq/plot';
import { LEAST } from '../../pipeline/outcome/compare-departments.ts';
import { type Chart, type ChartSize, COLOURS, STYLE, UNKNOWN_COLOUR } from '../charts.ts';
import { placeLabels } from './place-labels.ts';

interface DepartmentPoint {
  department: string;
  /** Rates in [0, 1]. */
  satisfied: number;
  solved: number;
  /** The smaller of the two denominators. */
  n: number;
  /** It has the proposer agree before it answers, so that its satisfaction says nothing. */
  asksFirst: boolean;
}

const LABELLED = 10;

/** Departments by what share they solved and with what share proposers are satisfied; the larger the more answers. */
export function satisfactionBySolved(
  data: readonly DepartmentPoint[],
  means: { satisfied: number; solved: number },
  { width }: ChartSize,
): Chart {
  const [height, left, right, top, bottom] = [420, 50, 24, 30, 45];
  const [x, y] = [
    (v: number) => left + v * (width - left - right),
    (v: number) => top + (1 - v) * (height - top - bottom),
  ];
  const most = Math.max(1, ...data.map((d) => d.n));
  const radius = (d: DepartmentPoint) => 3 + 4 * Math.sqrt(d.n / most);
  const title = (d: DepartmentPoint) =>
    `${d.department}：满意率 ${percent(d.satisfied)}，解决率 ${percent(d.solved)}（${d.n} 件次）${d.asksFirst ? '，先征得满意再答复' : ''}`;
  const tellers = data
    .filter((d) => d.n >= LEAST || d.asksFirst)
    .sort((a, b) => distance(b, means) - distance(a, means))
    .slice(0, LABELLED);
  const labels = placeLabels(
    // Within the frame: the numbers of the axes are outside.
    tellers.map((d) => ({ x: x(d.solved) - left, y: y(d.satisfied), text: d.department })),
    { width: width - left, height: height - bottom },
  );
  return Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    style: STYLE,
    x: { label: '解决率', domain: [0, 1], grid: true, tickFormat: whole, ticks: width < 500 ? 5 : 10 },
    y: { label: '满意率', domain: [0, 1], grid: true, tickFormat: whole },
    r: { type: 'identity' },
    marks: [
      Plot.ruleX([means.solved], { stroke: '#8a8f98' }),
      Plot.ruleY([means.satisfied], { stroke: '#8a8f98' }),
      Plot.dot(data, {
        x: 'solved',
        y: 'satisfied',
        r: radius,
        symbol: (d: DepartmentPoint) => (d.asksFirst ? 'diamond' : 'circle'),
        fill: (d: DepartmentPoint) =>
          d.asksFirst ? (COLOURS[4] ?? '') : d.n < LEAST ? UNKNOWN_COLOUR : (COLOURS[0] ?? ''),
        fillOpacity: 0.8,
        title,
      }),
      ...tellers.flatMap((d, i) => {
        const label = labels[i];
        return label
          ? [
              Plot.text([d], {
                x: 'solved',
                y: 'satisfied',
                text: () => label.text,
                dx: label.dx,
                dy: label.dy,
              }),
            ]
          : [];
      }),
    ],
  });
}

function distance(d: DepartmentPoint, means: { satisfied: number; solved: number }): number {
  return Math.hypot(d.satisfied - means.satisfied, d.solved - means.solved) * Math.sqrt(d.n);
}

function percent(v: number): string {
  return `${(v * 100).toFixed(1)}%`;
}

function whole(v: number): string {
  return `${Math.round(v * 100)}%`;
}
