import { describe, expect, it } from 'vitest';
import { mantelHaenszel } from '../../pipeline/outcome/mantel-haenszel.ts';
import { BERKELEY, seeded } from './berkeley.ts';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('mantelHaenszel', () => {
  it('gives the odds ratio of the Berkeley admissions and its interval as R prints them', () => {
    const { oddsRatio, strata, counted } = mantelHaenszel(
      BERKELEY.map(({ men, women }) => ({ exposed: men, unexposed: women })),
    );
    expect(oddsRatio?.value).toBeCloseTo(0.9046968, 6);
    expect(oddsRatio?.low).toBeCloseTo(0.7719074, 6);
    expect(oddsRatio?.high).toBeCloseTo(1.0603298, 6);
    expect([strata, counted]).toEqual([6, 4526]);
  });

  it('is the plain difference and the plain odds ratio in one stratum', () => {
    const found = mantelHaenszel([{ exposed: share(30, 40), unexposed: share(10, 20) }]);
    expect(found.riskDifference?.value).toBeCloseTo(0.25, 12);
    expect(found.oddsRatio?.value).toBeCloseTo(3, 12);
    const woolf = Math.sqrt(1 / 30 + 1 / 10 + 1 / 10 + 1 / 10);
    expect(found.oddsRatio?.high).toBeCloseTo(3 * Math.exp(1.959964 * woolf), 5);
  });

  it('leaves out strata that have one side only, and says nothing without any other', () => {
    const oneSided = { exposed: share(5, 5), unexposed: share(0, 0) };
    const both = { exposed: share(3, 6), unexposed: share(2, 6) };
    expect(mantelHaenszel([oneSided, both])).toEqual(mantelHaenszel([both]));
    expect(mantelHaenszel([oneSided])).toEqual({
      oddsRatio: null,
      riskDifference: null,
      strata: 0,
      counted: 0,
    });
  });

  it('covers the true difference about 95 times of 100, in many strata of a handful each', () => {
    const random = seeded(20261125);
    const draw = (n: number, p: number) => Array.from({ length: n }, random).filter((x) => x < p).length;
    let [covered, confounded] = [0, 0];
    for (let trial = 0; trial < 400; trial++) {
      const strata = Array.from({ length: 60 }, (_, i) => {
        // Where the rate is high, more are exposed: what is not adjusted for misleads.
        const base = i % 2 === 0 ? 0.75 : 0.35;
        const n = i % 2 === 0 ? 5 : 2;
        return { exposed: share(draw(n, base + 0.1), n), unexposed: share(draw(3, base), 3) };
      });
      const { riskDifference } = mantelHaenszel(strata);
      if (riskDifference && riskDifference.low <= 0.1 && riskDifference.high >= 0.1) covered += 1;
      const all = (key: 'exposed' | 'unexposed') => {
        const sum = (of: 'numerator' | 'denominator') => strata.reduce((total, s) => total + s[key][of], 0);
        return sum('numerator') / sum('denominator');
      };
      if (all('exposed') - all('unexposed') > 0.15) confounded += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.925);
    expect(covered / 400).toBeLessThan(0.975);
    expect(confounded).toBeGreaterThan(300);
  });
});
