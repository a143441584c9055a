import { describe, expect, it } from 'vitest';
import { rateTrends } from '../../pipeline/outcome/rate-trends.ts';

const yearly = (name: string, counts: [numerator: number, denominator: number][]) =>
  counts.map(([numerator, denominator], i) => ({ name, year: 2020 + i, numerator, denominator }));

describe('rateTrends', () => {
  it('gives the z of the Cochran–Armitage test for rates that need not add up, worked out by hand', () => {
    // 10, 20, 30 of 100: mean .2, scores −1, 0, 1: z = 20 / √(.16 × 200).
    const found = rateTrends([
      ...yearly('资金', [
        [10, 100],
        [20, 100],
        [30, 100],
      ]),
      ...yearly('用地', [
        [20, 100],
        [20, 100],
        [20, 100],
      ]),
    ]);
    expect(found.map((t) => t.name)).toEqual(['资金', '用地']);
    expect(found[0]?.z).toBeCloseTo(20 / Math.sqrt(32), 10);
    expect(found[0]).toMatchObject({ first: 0.1, last: 0.3, direction: 'rising' });
    expect(found[1]).toMatchObject({ z: 0, direction: null });
  });

  it('leaves out years without a denominator, and says nothing of fewer than three years', () => {
    const [found] = rateTrends(
      yearly('资金', [
        [0, 0],
        [9, 10],
        [5, 10],
        [1, 10],
      ]),
    );
    expect(found).toMatchObject({ first: 0.9, last: 0.1, direction: 'fading' });
    expect(
      rateTrends(
        yearly('资金', [
          [0, 0],
          [9, 10],
          [1, 10],
        ]),
      ),
    ).toEqual([]);
  });
});
