import { describe, expect, it } from 'vitest';
import { differenceWords, listWords, pWords, rateWords, ratioWords } from '../../../notebooks/page/words.ts';

describe('the words of notebooks', () => {
  it('give a rate with what it rests on and its interval', () => {
    expect(rateWords({ numerator: 431, denominator: 606 })).toBe('71.1%（431/606，95% 区间 67.4%–74.6%）');
    expect(rateWords({ numerator: 0, denominator: 0 })).toBe('无从计算');
  });

  it('call a difference chance when its interval holds 0', () => {
    expect(differenceWords({ value: 0.043, low: -0.039, high: 0.125 })).toBe(
      '高 4.3 个百分点（95% 区间 −3.9 至 12.5 个百分点，可能只是偶然）',
    );
    expect(differenceWords({ value: -0.2, low: -0.3, high: -0.1 })).toBe(
      '低 20.0 个百分点（95% 区间 −30.0 至 −10.0 个百分点，超出偶然范围）',
    );
    expect(differenceWords({ value: 0.0001, low: -0.01, high: 0.01 })).toMatch(/^持平（/);
    expect(differenceWords(null)).toBe('无从比较');
  });

  it('give ratios, probabilities and lists as they are quoted', () => {
    expect(ratioWords({ value: 1.617, low: 0.981, high: 2.666 })).toBe('1.62（95% 区间 0.98–2.67）');
    expect(ratioWords(null)).toBe('无从计算');
    expect([pWords(0.0004), pWords(0.0321)]).toEqual(['p < 0.001', 'p = 0.032']);
    expect(listWords(['甲', '乙', '丙'], 2)).toBe('甲、乙等 3 个');
    expect(listWords([])).toBe('');
  });
});
