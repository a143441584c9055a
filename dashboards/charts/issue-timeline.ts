import * as Plot from '@observablehq/plot';
import { type Chart, type ChartSize, STYLE } from '../charts.ts';
import { coloursOf } from './colour-of.ts';

/** One raising of a matter. */
export interface Raising {
  /** Key of the matter. */
  issue: string;
  period: string;
  outcome: string;
  /** What came before it: the matter had been called solved, or planned; null for neither. */
  mark: '办结再提' | '承诺未兑现' | null;
  /** Passes the filters of the page. */
  isCovered: boolean;
  says: string;
}

const ROW = 46;

/** A line for each matter, a dot for each raising in its year, coloured by what became of it; rings mark what came back. */
export function issueTimeline(
  raisings: readonly Raising[],
  issues: readonly { issue: string; name: string }[],
  periods: readonly string[],
  outcomes: readonly string[],
  { width }: ChartSize,
): Chart {
  const isWide = width >= 700;
  const left = isWide ? 316 : 12;
  const column = (width - left - 20) / Math.max(1, periods.length);
  const placed = place(raisings, periods, column);
  const labels = issues.map(({ issue, name }) => ({
    issue,
    text: isWide ? wrap(name, 22, 2) : wrap(name, Math.floor((width - 24) / 13.5), 1),
  }));
  const step = Math.ceil(44 / column);
  const spans = issues.map(({ issue }) => {
    const at = placed.filter((p) => p.issue === issue).map((p) => p.x);
    return { issue, from: Math.min(...at), to: Math.max(...at) };
  });
  return Plot.plot({
    width,
    height: issues.length * ROW + 50,
    marginLeft: left,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 20,
    style: STYLE,
    x: {
      axis: 'top',
      label: null,
      domain: [-0.5, periods.length - 0.5],
      ticks: periods.map((_, i) => i).filter((i) => (periods.length - 1 - i) % step === 0),
      tickFormat: (i: number) => periods[i] ?? '',
      grid: true,
    },
    y: { type: 'point', domain: issues.map(({ issue }) => issue), axis: null, padding: 0.5 },
    color: { domain: [...outcomes], range: coloursOf(outcomes), legend: true },
    marks: [
      Plot.ruleY(spans, { y: 'issue', x1: 'from', x2: 'to', stroke: '#8a8f98', dy: isWide ? 0 : 8 }),
      Plot.text(labels, {
        y: 'issue',
        text: 'text',
        frameAnchor: 'left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -14 : 0,
        dy: isWide ? 0 : -12,
      }),
      ...rings(placed, isWide ? 0 : 8),
      Plot.dot(placed, {
        x: 'x',
        y: 'issue',
        fill: 'outcome',
        r: 5.5,
        dy: isWide ? 0 : 8,
        fillOpacity: (d: Raising) => (d.isCovered ? 1 : 0.3),
        title: 'says',
      }),
    ],
  });
}

function rings(placed: readonly Placed[], dy: number) {
  const around = (mark: Raising['mark'], symbol: 'circle' | 'square') =>
    Plot.dot(
      placed.filter((p) => p.mark === mark),
      {
        x: 'x',
        y: 'issue',
        symbol,
        r: symbol === 'circle' ? 9.5 : 10.5,
        stroke: '#b5651d',
        strokeWidth: 2,
        dy,
      },
    );
  return [around('办结再提', 'circle'), around('承诺未兑现', 'square')];
}

type Placed = Raising & { x: number };

/** Raisings of one matter in one year stand side by side, within their year. */
function place(raisings: readonly Raising[], periods: readonly string[], column: number): Placed[] {
  const groups = new Map<string, Raising[]>();
  for (const raising of raisings) {
    const key = `${raising.issue} ${raising.period}`;
    groups.set(key, [...(groups.get(key) ?? []), raising]);
  }
  return [...groups.values()].flatMap((group) => {
    const apart = Math.min(22 / column, 0.8 / group.length);
    return group.map((raising, i) => ({
      ...raising,
      x: periods.indexOf(raising.period) + (i - (group.length - 1) / 2) * apart,
    }));
  });
}

function wrap(text: string, most: number, lines: number): string {
  const chars = [...text];
  const shown = chars.length > most * lines ? [...chars.slice(0, most * lines - 1), '…'] : chars;
  return Array.from({ length: Math.ceil(shown.length / most) }, (_, i) =>
    shown.slice(i * most, (i + 1) * most).join(''),
  ).join('\n');
}
