import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, compareDepartments, funnelLimits } from '../../pipeline/outcome/compare-departments.ts';

const cell = (department: string, numerator: number, denominator: number, topic = 'water'): Cell => ({
  department,
  topic,
  numerator,
  denominator,
});
/** 40 of 60: mean 2/3; squares of the z-scores .8, 1.25, 4.225 and 4.9. */
const FOUR = [cell('甲局', 8, 10), cell('乙局', 5, 10), cell('丙局', 9, 20), cell('丁局', 18, 20)];

describe('compareDepartments', () => {
  it('widens the funnel by the winsorised scatter', () => {
    const found = compareDepartments(FOUR);
    // z: 0.8944, −1.1180, −2.0555, 2.2136; the tenths at −1.7743 and 1.8178.
    const [low, high] = [-2.0555 + 0.3 * 0.9375, 0.8944 + 0.7 * 1.3192];
    expect(found.mean).toBeCloseTo(2 / 3, 10);
    expect(found.overdispersion).toBeCloseTo((0.8 + 1.25 + low ** 2 + high ** 2) / 4, 3);
    const { low95, high95, low998, high998 } = funnelLimits(found, 20);
    const spread = Math.sqrt((found.overdispersion * 2) / 9 / 20);
    expect([low95, high95]).toEqual([
      expect.closeTo(2 / 3 - 1.95996 * spread, 4),
      expect.closeTo(2 / 3 + 1.95996 * spread, 4),
    ]);
    expect([low998, high998]).toEqual([expect.closeTo(2 / 3 - 3.09023 * spread, 4), 1]);
    expect(found.standings.every((s) => s.verdict === 'within')).toBe(true);
  });

  it('draws rates towards the mean by a beta prior from the moments, and ranks by that', () => {
    // ρ = (11.175 − 3) / (60 − 1000/60 − 3); α + β = 1/ρ − 1.
    const prior = 1 / (8.175 / (60 - 1000 / 60 - 3)) - 1;
    const { standings } = compareDepartments(FOUR);
    expect(standings.map((s) => s.department)).toEqual(['丁局', '甲局', '乙局', '丙局']);
    expect(standings[1]?.shrunken).toBeCloseTo((8 + (prior * 2) / 3) / (10 + prior), 10);
    const lucky = compareDepartments([...FOUR, cell('戊局', 1, 1)]).standings;
    expect(lucky[0]?.department).toBe('丁局');
    expect(lucky.find((s) => s.department === '戊局')).toMatchObject({ rate: 1, verdict: 'few' });
  });

  it('expects of each department what all have in its topics', () => {
    // Roads are solved in 18 of 20, schools in 6 of 20.
    const { standings } = compareDepartments([
      cell('甲局', 9, 10, 'roads'),
      cell('乙局', 9, 10, 'roads'),
      cell('乙局', 1, 10, 'schools'),
      cell('丙局', 5, 10, 'schools'),
    ]);
    const of = (name: string) => standings.find((s) => s.department === name);
    expect(of('甲局')).toMatchObject({ rate: 0.9, expected: 9 });
    expect(of('甲局')?.ratio?.value).toBe(1);
    expect(of('乙局')?.expected).toBeCloseTo(12, 10);
    // Variance 10 × .9 × .1 + 10 × .3 × .7 = 3.
    expect(of('乙局')?.ratio?.low).toBeCloseTo(10 / 12 - (1.95996 * Math.sqrt(3)) / 12, 4);
    expect(of('丙局')?.ratio?.value).toBeCloseTo(5 / 3, 10);
  });

  it('says that a department far from the others is so, where others agree', () => {
    const even = Array.from({ length: 12 }, (_, i) => cell(`${i}局`, 60 + (i % 3), 100));
    const { standings, overdispersion } = compareDepartments([...even, cell('慢局', 20, 100)]);
    expect(overdispersion).toBe(1);
    expect(standings.at(-1)).toMatchObject({ department: '慢局', verdict: 'far_below' });
    expect(standings.slice(0, -1).every((s) => s.verdict === 'within')).toBe(true);
  });

  it('gives no rate outside 0 and 1, and expects in all what there is in all', () => {
    const cells = fc.array(
      fc
        .tuple(fc.constantFrom('甲', '乙', '丙', '丁'), fc.nat(40), fc.nat(40), fc.constantFrom('x', 'y'))
        .map(([name, k, rest, topic]) => cell(name, k, k + rest, topic)),
    );
    fc.assert(
      fc.property(cells, (drawn) => {
        const { standings, overdispersion } = compareDepartments(drawn);
        expect(overdispersion).toBeGreaterThanOrEqual(1);
        for (const s of standings) {
          expect(s.shrunken).toBeGreaterThanOrEqual(0);
          expect(s.shrunken).toBeLessThanOrEqual(1);
        }
        const observed = standings.reduce((sum, s) => sum + s.numerator, 0);
        expect(standings.reduce((sum, s) => sum + s.expected, 0)).toBeCloseTo(observed, 6);
      }),
    );
  });
});
