import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankDepartments } from '../../pipeline/route/rank-departments.ts';

const none = new Map<string, string[]>();

describe('rankDepartments', () => {
  it('ranks by log-odds, scores in [0, 1] that add to at most 1, whatever the order of the candidates', () => {
    const logits = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(logits, (values) => {
        const candidates = values.map((logit, i) => ({ department: `单位${i}`, logit }));
        const ranked = rankDepartments(candidates, none);
        const turned = rankDepartments([...candidates].reverse(), none);
        expect(turned.map((r) => r.department)).toEqual(ranked.map((r) => r.department));
        expect(ranked).toHaveLength(values.length);
        expect(ranked[0]?.score).toBe(Math.max(...ranked.map((r) => r.score)));
        expect(ranked.reduce((sum, r) => sum + r.score, 0)).toBeLessThan(1 + 1e-9);
        for (const { score } of ranked) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('passes some of a department on to those that hold its duties elsewhere, behind the first place', () => {
    const candidates = [
      { department: '体育局', logit: 3 },
      { department: '教育局', logit: 0 },
      { department: '文化和旅游局', logit: -0.5 },
    ];
    const names = (elsewhere: Map<string, string[]>) =>
      rankDepartments(candidates, elsewhere).map((r) => r.department);
    expect(names(none)).toEqual(['体育局', '教育局', '文化和旅游局']);
    expect(names(new Map([['体育局', ['文化和旅游局']]]))).toEqual(['体育局', '文化和旅游局', '教育局']);
  });

  it('has no answer for no candidate', () => {
    expect(rankDepartments([], none)).toEqual([]);
  });
});
