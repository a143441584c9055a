import { describe, expect, it } from 'vitest';
import { testAssociation } from '../../pipeline/outcome/test-association.ts';
import { BERKELEY, seeded } from './berkeley.ts';

const count = (stratum: string, group: string, numerator: number, denominator: number) => ({
  stratum,
  group,
  numerator,
  denominator,
});

describe('testAssociation', () => {
  it('is the Mantel–Haenszel test for two groups, as R prints it for the Berkeley admissions', () => {
    const found = testAssociation(
      BERKELEY.flatMap(({ department, men, women }) => [
        { stratum: department, group: 'men', ...men },
        { stratum: department, group: 'women', ...women },
      ]),
    );
    expect(found?.freedom).toBe(1);
    expect(found?.statistic).toBeCloseTo(1.5246, 4);
    expect(found?.p).toBeCloseTo(0.2169, 4);
  });

  it('is Pearson’s test times (N − 1)/N in one stratum', () => {
    // 10, 20, 30 of 40 each: expected 20, 20, 20; each of six cells is (10² or 0)/20.
    const found = testAssociation([count('', 'a', 10, 40), count('', 'b', 20, 40), count('', 'c', 30, 40)]);
    expect(found?.freedom).toBe(2);
    expect(found?.statistic).toBeCloseTo(((4 * 100) / 20) * (119 / 120), 10);
  });

  it('finds no difference where only the topics differ, and says nothing where there is one group', () => {
    const topics = [
      count('hard', 'a', 8, 40),
      count('hard', 'b', 2, 10),
      count('easy', 'a', 9, 10),
      count('easy', 'b', 36, 40),
    ];
    expect(testAssociation(topics)?.p).toBeCloseTo(1, 6);
    expect(testAssociation(topics.map((c) => ({ ...c, stratum: '' })))?.p).toBeLessThan(0.001);
    expect(testAssociation([count('', 'a', 3, 9)])).toBeNull();
    expect(testAssociation([count('', 'a', 9, 9), count('', 'b', 4, 4)])).toBeNull();
  });

  it('calls chance beyond chance about 5 times of 100', () => {
    const random = seeded(7);
    let called = 0;
    for (let trial = 0; trial < 500; trial++) {
      const counts = ['x', 'y', 'z'].flatMap((stratum, i) =>
        Array.from({ length: 8 }, (_, g) => {
          const n = 5 + ((g * 7 + i * 3) % 11);
          const numerator = Array.from({ length: n }, random).filter((p) => p < 0.3 + 0.2 * i).length;
          return count(stratum, `g${g}`, numerator, n);
        }),
      );
      if ((testAssociation(counts)?.p ?? 1) < 0.05) called += 1;
    }
    expect(called / 500).toBeGreaterThan(0.025);
    expect(called / 500).toBeLessThan(0.075);
  });
});
