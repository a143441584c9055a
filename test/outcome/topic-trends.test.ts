import { describe, expect, it } from 'vitest';
import { topicTrends } from '../../pipeline/outcome/topic-trends.ts';

const counts = (table: Record<string, number[]>) =>
  Object.entries(table).flatMap(([topic, list]) =>
    list.map((count, i) => ({ topic, year: 2020 + i, count })),
  );

describe('topicTrends', () => {
  it('gives the z of the Cochran–Armitage test, worked out by hand', () => {
    // 10, 20, 30 of 100 a year: mean .2, scores −1, 0, 1: z = 20 / √(.16 × 200).
    const [care] = topicTrends(counts({ care: [10, 20, 30], rest: [90, 80, 70] }));
    expect(care?.z).toBeCloseTo(20 / Math.sqrt(32), 10);
    expect(care?.p).toBeCloseTo(0.000407, 5);
    expect(care).toMatchObject({ direction: 'rising', first: 0.1, last: 0.3 });
  });

  it('adjusts for looking at every topic', () => {
    // p of the topics .01, .02, .03 and so on times 20 over the rank, never falling.
    const table = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`t${i}`, [50, 50, 50]]));
    const found = topicTrends(counts({ ...table, t0: [40, 50, 60], t1: [60, 50, 40] }));
    expect(found).toHaveLength(20);
    expect(found.slice(0, 2).every((t) => t.p < 0.05 && t.q > t.p)).toBe(true);
    expect(found.map((t) => t.q)).toEqual([...found.map((t) => t.q)].sort((a, b) => a - b));
  });

  it('finds nothing in what only chance moves, and says nothing of fewer than three years', () => {
    const flat = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`t${i}`, [9 + (i % 3), 10, 11 - (i % 3)]]),
    );
    expect(topicTrends(counts(flat)).every((t) => t.direction === null)).toBe(true);
    expect(topicTrends(counts({ a: [1, 9], b: [9, 1] }))).toEqual([]);
  });
});
