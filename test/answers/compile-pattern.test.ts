import { describe, expect, it } from 'vitest';
import { compilePattern, UnknownList } from '../../pipeline/answers/compile-pattern.ts';

const lists = new Map([['经费', ['经费', '资金']]]);
const says = (pattern: string, text: string) => new RegExp(compilePattern(pattern, lists)).test(text);

describe('compilePattern', () => {
  it('reads / as or, 【】 as a word list, … as a gap within the clause, + as one within the sentence', () => {
    expect(says('【经费】 … 不足/紧张', '资金仍然紧张')).toBe(true);
    expect(says('【经费】 … 不足/紧张', '资金已有,人手紧张')).toBe(false);
    expect(says('【经费】 + 不足', '资金已有,人手不足')).toBe(true);
    expect(says('【经费】 + 不足', '资金已有。人手不足')).toBe(false);
  });

  it('joins parts without a gap, and lists with what stands round them', () => {
    expect(says('专项【经费】 缺口', '专项资金缺口')).toBe(true);
    expect(says('专项【经费】 缺口', '专项资金的缺口')).toBe(false);
  });

  it('takes traditional and full-width writing, and nothing as a regular expression', () => {
    expect(says('經費（A）', '经费(a)')).toBe(true);
    expect(says('a.c', 'abc')).toBe(false);
  });

  it('throws on a list that does not exist', () => {
    expect(() => compilePattern('【钱】 … 少', lists)).toThrow(UnknownList);
  });
});
