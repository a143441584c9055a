import { rates } from '../pipeline/outcome/rate.ts';
import { type RatePoint, ratesByPeriod } from './charts.ts';
import { type Figure, figure } from './figure.ts';
import { countWords, rateWords } from './rate-words.ts';
import type { View } from './view.ts';
import { bounds } from './words.ts';

/** Up to three metrics by period (or another dimension of time), each with its interval, n and definition. */
export function ratesFigure(
  { title, note }: Pick<Figure, 'title' | 'note'>,
  metrics: readonly string[],
  view: View,
  by = 'period',
): HTMLElement {
  const all = metrics.flatMap((id) =>
    [...rates(view.cube, id, by, view)].map(([period, rate]) => ({ period: String(period ?? '不详'), rate })),
  );
  const known = all.filter(({ rate }) => rate.denominator !== 0);
  const points = known.flatMap(({ period, rate }): RatePoint[] =>
    rate.rate === null
      ? []
      : [
          {
            period,
            name: rate.metric.name,
            rate: rate.rate,
            low: rate.low,
            high: rate.high,
            n: rate.denominator,
          },
        ],
  );
  const order = (a: string, b: string) => a.localeCompare(b, 'zh', { numeric: true });
  points.sort((a, b) => order(a.period, b.period));
  known.sort((a, b) => order(a.period, b.period));
  const shown = metrics.flatMap((id) => view.cube.metrics.filter((m) => m.id === id));
  const definitions = new Map(known.map(({ rate }) => [rate.metric.name, rate.definition]));
  return figure({
    title,
    note: `${note}；竖线为 95% 区间`,
    chart:
      points.length === 0
        ? null
        : ratesByPeriod(
            points,
            shown.map((m) => m.name),
            view,
          ),
    columns: ['年度', '指标', '比率', '分子', '分母', '95% 区间'],
    cells: known.map(({ period, rate }) => [
      period,
      rate.metric.name,
      rateWords(rate),
      countWords(rate.numerator),
      countWords(rate.denominator),
      rate.rate === null ? '—' : bounds(rate),
    ]),
    definitions: [...definitions],
  });
}
