import { describe, expect, it } from 'vitest';
import type { Department } from '../../pipeline/route/departments.ts';
import { dutyMatcher } from '../../pipeline/route/match-duties.ts';

const list: Department[] = [
  { name: '甲局', level: '市县', duties: ['水库除险加固、山塘', '资金补助'] },
  { name: '乙局', level: '市县', duties: ['资金补助、停车'] },
];
const match = dutyMatcher(list);

describe('dutyMatcher', () => {
  it('finds whole phrases, which weigh 1, and tells which part stands in the text', () => {
    expect(match('关于水库除险加固').get('甲局')).toEqual({
      score: 1,
      phrases: [{ phrase: '水库除险加固', part: '水库除险加固' }],
    });
  });

  it('finds beginnings and ends of at least three characters, which weigh by their share', () => {
    expect(match('水库除险要快').get('甲局')?.score).toBeCloseTo(4 / 6);
    expect(match('水库').size).toBe(0);
  });

  it('shares the weight of a phrase that several departments have', () => {
    const found = match('资金补助');
    expect([found.get('甲局')?.score, found.get('乙局')?.score]).toEqual([0.5, 0.5]);
  });

  it('finds nothing in a text without duties', () => {
    expect(match('').size + match('今天天气').size).toBe(0);
  });
});
