import { expect, it } from 'vitest';
import { difference } from '../../pipeline/outcome/difference.ts';

it('difference gives the intervals of the examples published with the method', () => {
  const of = (a: number, m: number, b: number, n: number) =>
    difference({ numerator: b, denominator: n }, { numerator: a, denominator: m });
  // Newcombe 1998, table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/20.
  expect(of(56, 70, 48, 80)).toEqual({
    value: expect.closeTo(0.2, 4),
    low: expect.closeTo(0.0524, 4),
    high: expect.closeTo(0.3339, 4),
  });
  expect(of(9, 10, 3, 10)).toEqual({
    value: expect.closeTo(0.6, 4),
    low: expect.closeTo(0.1705, 4),
    high: expect.closeTo(0.809, 4),
  });
  expect(of(10, 10, 0, 20)).toEqual({ value: 1, low: expect.closeTo(0.6791, 4), high: 1 });
});

it('difference is null where one side has nothing to count', () => {
  expect(difference({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
});
