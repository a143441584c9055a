import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredTail } from '../../pipeline/outcome/chi-squared.ts';

describe('chiSquaredTail', () => {
  it('gives the values of the printed tables', () => {
    expect(chiSquaredTail(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquaredTail(18.307038, 10)).toBeCloseTo(0.05, 6);
    expect(chiSquaredTail(44.314105, 25)).toBeCloseTo(0.01, 6);
    expect(chiSquaredTail(29.051, 50)).toBeCloseTo(0.99, 2);
  });

  it('is the exponential for two degrees, and falls from 1 to 0 for any', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (x, freedom) => {
          expect(chiSquaredTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 10);
          const [p, further] = [chiSquaredTail(x, freedom), chiSquaredTail(x + 1, freedom)];
          expect(p).toBeGreaterThanOrEqual(further);
          expect(p).toBeLessThanOrEqual(1);
          expect(further).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
