import { errorFunction } from 'simple-statistics';

/** How many of a period's proposals are about a topic. */
export interface TopicCount {
  topic: string;
  /** Year; periods without a number are left out. */
  year: number;
  count: number;
}

export interface TopicTrend {
  topic: string;
  /** Shares of the first and the last year, in [0, 1]. */
  first: number;
  last: number;
  /** Positive when the share rises. */
  z: number;
  /** Two-sided, and adjusted for testing every topic. */
  p: number;
  q: number;
  direction: 'rising' | 'fading' | null;
}

/** Share of false discoveries that is accepted among the topics told as rising or fading. */
const FALSE_DISCOVERIES = 0.05;

/**
 * Which topics take a growing or shrinking share of the proposals over the years, in the order of q. Cochran–Armitage
 * test for trend (Armitage 1955, Biometrics 11:375–386), false discoveries controlled after Benjamini and Hochberg 1995
 * (JRSS B 57:289–300). Empty with fewer than three years.
 */
export function topicTrends(counts: readonly TopicCount[]): TopicTrend[] {
  const totals = new Map<number, number>();
  for (const { year, count } of counts) totals.set(year, (totals.get(year) ?? 0) + count);
  const years = [...totals.keys()].sort((a, b) => a - b);
  if (years.length < 3) return [];
  const topics = [...new Set(counts.map((c) => c.topic))];
  const tested = topics.map((topic) => testTrend(topic, counts, years, totals));
  return adjust(tested);
}

function testTrend(
  topic: string,
  counts: readonly TopicCount[],
  years: readonly number[],
  totals: ReadonlyMap<number, number>,
): Omit<TopicTrend, 'q' | 'direction'> {
  const own = years.map((year) =>
    counts.reduce((sum, c) => sum + (c.topic === topic && c.year === year ? c.count : 0), 0),
  );
  const n = years.map((year) => totals.get(year) ?? 0);
  const all = sum(n);
  const mean = sum(own) / all;
  const middle = sum(n.map((m, i) => m * (years[i] ?? 0))) / all;
  const scores = years.map((year) => year - middle);
  const trend = sum(scores.map((t, i) => t * ((own[i] ?? 0) - (n[i] ?? 0) * mean)));
  const variance = mean * (1 - mean) * sum(scores.map((t, i) => (n[i] ?? 0) * t * t));
  const z = variance === 0 ? 0 : trend / Math.sqrt(variance);
  const share = (i: number) => (own[i] ?? 0) / (n[i] ?? 1);
  return { topic, first: share(0), last: share(years.length - 1), z, p: twoSided(z) };
}

function adjust(tested: readonly Omit<TopicTrend, 'q' | 'direction'>[]): TopicTrend[] {
  const sorted = [...tested].sort((a, b) => a.p - b.p || (a.topic < b.topic ? -1 : 1));
  let smallest = 1;
  const adjusted = sorted.map((t, i) => ({ ...t, q: (t.p * sorted.length) / (i + 1) })).reverse();
  return adjusted
    .map((t): TopicTrend => {
      smallest = Math.min(smallest, t.q);
      const direction = t.z > 0 ? 'rising' : 'fading';
      return { ...t, q: smallest, direction: smallest <= FALSE_DISCOVERIES ? direction : null };
    })
    .reverse();
}

/** Probability of a standard normal further from 0 than z. */
function twoSided(z: number): number {
  return Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}
