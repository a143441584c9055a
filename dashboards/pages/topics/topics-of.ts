import { crossSum, narrow, sumBy } from '../../../pipeline/outcome/cube.ts';
import { type TopicTrend, topicTrends } from '../../../pipeline/outcome/topic-trends.ts';
import { wilson } from '../../../pipeline/outcome/wilson.ts';
import { counted } from '../../counted.ts';
import { periodsOf } from '../../periods.ts';
import type { View } from '../../view.ts';

export interface Topic {
  name: string;
  count: number;
  byPeriod: ReadonlyMap<string, number>;
  /** Of all that passes the filters, with its Wilson 95 % interval. */
  share: { numerator: number; denominator: number; low: number; high: number };
  /** How many a person should look at. */
  doubted: number;
  /** null with fewer than three years. */
  trend: TopicTrend | null;
}

export interface Topics {
  level: '主题' | '二级主题';
  /** Largest first. */
  topics: Topic[];
  periods: string[];
  /** Periods that are years, which alone are tested for trend. */
  years: string[];
  total: number;
}

export const DIRECTIONS = { rising: '▲ 上升', fading: '▼ 下降', none: '看不出变化' } as const;

/** The topics of what passes the filters; with one topic chosen, its second level. */
export function topicsOf(view: View): Topics {
  const own = counted(view, view.cube);
  const isSecond = view.state.filters.topic !== null && own.dimensions.has('subtopic_name');
  const by = isSecond ? 'subtopic_name' : 'topic_name';
  const periods = periodsOf(own);
  const years = periods.filter((period) => /^\d{4}$/.test(period));
  const nameOf = (value: unknown) => (value === null ? '未细分' : String(value));
  const counts = sumBy(own, by, 'entries');
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const crossed = crossSum(own, [by, 'period'], 'entries');
  const doubted = own.dimensions.has('topic_review')
    ? sumBy(narrow(own, { topic_review: true }), by, 'entries')
    : new Map();
  const trends = topicTrends(
    [...crossed].flatMap(([topic, byPeriod]) =>
      years.map((year) => ({ topic: nameOf(topic), year: Number(year), count: byPeriod.get(year) ?? 0 })),
    ),
  );
  const topics = [...counts].map(([topic, count]): Topic => {
    const [low, high] = Number.isNaN(count / total) ? [0, 1] : wilson(count, total);
    const name = nameOf(topic);
    return {
      name,
      count,
      byPeriod: new Map([...(crossed.get(topic) ?? [])].map(([period, n]) => [String(period), n])),
      share: { numerator: count, denominator: total, low, high },
      doubted: doubted.get(topic) ?? 0,
      trend: trends.find((t) => t.topic === name) ?? null,
    };
  });
  topics.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { level: isSecond ? '二级主题' : '主题', topics, periods, years, total };
}
