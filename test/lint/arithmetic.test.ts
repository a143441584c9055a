import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsOut, roundedShare, sumOf, wholeFor } from '../../pipeline/lint/arithmetic.ts';

describe('roundedShare', () => {
  it('rounds half up where binary fractions would not', () => {
    expect(roundedShare(349, 400, 1)).toBe(87.3);
    expect(roundedShare(45, 48, 1)).toBe(93.8);
    expect(roundedShare(41, 46, 1)).toBe(89.1);
    expect(roundedShare(1, 8, 2)).toBe(12.5);
  });

  it('is never further from the share than half of the last digit', () => {
    const count = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 2 }), (a, b, decimals) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const printed = roundedShare(part, whole, decimals);
        expect(Math.abs(printed - (part / whole) * 100)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        expect(bearsOut(part, whole, printed, decimals)).toBe(true);
      }),
    );
  });
});

describe('wholeFor', () => {
  it('finds the whole number behind a rate, or none', () => {
    expect(wholeFor(98.6, 73, 1)).toBe(72);
    expect(wholeFor(99.5, 172, 1)).toBe(null);
    expect(wholeFor(98, 74, 0)).toBe(null);
  });
});

describe('sumOf', () => {
  it('adds decimal figures exactly', () => {
    expect(sumOf([30.1, 26.6, 19.6, 23.8])).toBe(100.1);
  });
});
