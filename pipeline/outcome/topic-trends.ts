import { type RateTrend, rateTrends } from './rate-trends.ts';

/** How many of a period's proposals are about a topic. */
export interface TopicCount {
  topic: string;
  /** Year; periods without a number are left out. */
  year: number;
  count: number;
}

/** As RateTrend; `first` and `last` are the topic's shares of the proposals of a year. */
export type TopicTrend = Omit<RateTrend, 'name'> & { topic: string };

/** Which topics take a growing or shrinking share of the proposals over the years; see rateTrends. */
export function topicTrends(counts: readonly TopicCount[]): TopicTrend[] {
  const totals = new Map<number, number>();
  for (const { year, count } of counts) totals.set(year, (totals.get(year) ?? 0) + count);
  const topics = [...new Set(counts.map((c) => c.topic))];
  const yearly = topics.flatMap((topic) =>
    [...totals].map(([year, denominator]) => {
      const own = counts.filter((c) => c.topic === topic && c.year === year);
      return { name: topic, year, numerator: own.reduce((sum, c) => sum + c.count, 0), denominator };
    }),
  );
  return rateTrends(yearly).map(({ name, ...trend }) => ({ topic: name, ...trend }));
}
