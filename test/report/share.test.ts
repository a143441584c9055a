import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../../pipeline/report/share.ts';

describe('share', () => {
  it('rounds half up: 41/46 is 89.1 %, 45/48 is 93.8 %', () => {
    expect([share(41, 46), share(45, 48), share(1, 8)]).toEqual(['89.1%', '93.8%', '12.5%']);
  });

  it('never calls some of them none or all', () => {
    expect([share(0, 7), share(7, 7), share(9999, 10000), share(1, 10000)]).toEqual([
      '0%',
      '100%',
      '99.99%',
      '0.01%',
    ]);
  });

  it('is within half of its last digit of the truth, also of what more than doubled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 20_000 }), (n, k) => {
        const printed = share(k, n);
        const decimals = (/\.(\d+)%/.exec(printed)?.[1] ?? '').length;
        expect(Math.abs(Number.parseFloat(printed) - (k * 100) / n)).toBeLessThanOrEqual(
          0.5 * 10 ** -decimals + 1e-9,
        );
      }),
    );
  });
});
