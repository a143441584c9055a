import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProfiles, isWithin } from '../../pipeline/outcome/compare-profiles.ts';
import { outcomeSet, readProfile } from '../../pipeline/outcome/profile.ts';
import { OUTCOMES } from '../../pipeline/rows.ts';

const compare = (a: string, b: string) => compareProfiles(readProfile(a, null), readProfile(b, null));

describe('compareProfiles', () => {
  it('puts B and C together beside a B that covers both, and refuses a D whose boundary is elsewhere', () => {
    expect(compare('city-abcd', 'three-letter')).toEqual({
      unions: ['solved', 'in_progress|planned'],
      refused: [
        { side: 'left', outcome: 'reference', why: 'not_separable' },
        { side: 'right', outcome: 'reference|declined', why: 'not_separable' },
      ],
    });
  });

  it('refuses what only one side knows', () => {
    expect(compare('shanghai', 'chongqing')).toEqual({
      unions: ['solved', 'planned', 'reference'],
      refused: [{ side: 'right', outcome: 'beyond_authority', why: 'not_defined' }],
    });
    expect(compare('city-abcd', 'shanghai').refused).toEqual([
      { side: 'left', outcome: 'in_progress', why: 'not_defined' },
    ]);
  });

  it('never puts the B of two places side by side when one has it as 正在解决 and the other with 列入规划', () => {
    const { unions } = compare('city-abcd', 'npc-2007');
    expect(unions).toContain('in_progress|planned');
    expect(unions).not.toContain('in_progress');
  });

  const scale = fc
    .array(fc.subarray([...OUTCOMES], { minLength: 1 }).map(outcomeSet), { minLength: 1, maxLength: 5 })
    .map((classes) => ({ scale: [...new Set(classes)] }));

  it('is symmetric, and its unions are disjoint and whole on both sides', () => {
    fc.assert(
      fc.property(scale, scale, (a, b) => {
        const { unions, refused } = compareProfiles(a, b);
        expect(compareProfiles(b, a).unions).toEqual(unions);
        const members = unions.flatMap((u) => u.split('|'));
        expect(new Set(members).size).toBe(members.length);
        for (const own of [...a.scale, ...b.scale]) {
          const inside = unions.filter((u) => isWithin(own, u)).length;
          const out = refused.filter((r) => r.outcome === own).length;
          expect(inside === 1 ? out : out > 0).toEqual(inside === 1 ? 0 : true);
        }
      }),
    );
  });

  it('compares a scale with itself on everything', () => {
    fc.assert(
      fc.property(scale, (a) => {
        expect(compareProfiles(a, a).refused).toEqual([]);
      }),
    );
  });
});
