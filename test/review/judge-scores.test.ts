import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binScores, estimateAccuracy, weighThresholds } from '../../pipeline/review/judge-scores.ts';

const decision = fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), agreed: fc.boolean() });

describe('binScores', () => {
  it('puts every case and every decision into one bin', () => {
    fc.assert(
      fc.property(
        fc.array(decision),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (decisions, scores) => {
          const bins = binScores(scores, decisions);
          const sum = (key: 'cases' | 'decided' | 'agreed') =>
            bins.reduce((total, bin) => total + bin[key], 0);
          expect([sum('cases'), sum('decided')]).toEqual([scores.length, decisions.length]);
          expect(sum('agreed')).toBe(decisions.filter((d) => d.agreed).length);
        },
      ),
    );
  });
});

describe('estimateAccuracy', () => {
  it('weighs each bin by its cases: decisions about the uncertain do not drag all down', () => {
    const scores = [...Array(900).fill(0.95), ...Array(100).fill(0.4)];
    const right = (score: number, n: number, wrong: number) =>
      Array.from({ length: n }, (_, i) => ({ score, agreed: i >= wrong }));
    const found = estimateAccuracy(binScores(scores, [...right(0.95, 200, 4), ...right(0.4, 200, 120)]));
    // .9 × .98 + .1 × .4; the decisions alone would say .69.
    expect(found?.low).toBeLessThan(0.922);
    expect(found?.high).toBeGreaterThan(0.922);
    expect(found?.low).toBeGreaterThan(0.88);
  });

  it('bounds a bin that nobody looked at by none and all, and says nothing without decisions', () => {
    const bins = binScores(
      [...Array(50).fill(0.95), ...Array(50).fill(0.4)],
      [{ score: 0.95, agreed: true }],
    );
    const found = estimateAccuracy(bins);
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(0.5);
    expect(estimateAccuracy(binScores([0.9], []))).toBeNull();
  });
});

describe('weighThresholds', () => {
  it('gives less to the machine the more is asked, and counts what was decided above', () => {
    const scores = [0.4, 0.6, 0.8, 1];
    const found = weighThresholds(
      scores,
      [
        { score: 0.8, agreed: true },
        { score: 0.5, agreed: false },
      ],
      [0, 0.7, 1.1],
    );
    expect(found.map((t) => t.coverage)).toEqual([1, 0.5, 0]);
    expect(found.map((t) => t.stated)).toEqual([0.7, 0.9, null]);
    expect(found.map((t) => [t.decided, t.agreed])).toEqual([
      [2, 1],
      [1, 1],
      [0, 0],
    ]);
  });
});
