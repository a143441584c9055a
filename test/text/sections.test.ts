import { describe, expect, it } from 'vitest';
import { splitSections } from '../../pipeline/text/sections.ts';

describe('splitSections', () => {
  it.each([
    ['一、存在的问题\n河道淤积。\n二、原因分析\n多年未清。\n三、对策建议\n尽快清淤。'],
    ['【问题】河道淤积。\n【分析】多年未清。\n【建议】尽快清淤。'],
    ['情况与问题：河道淤积。\n分析：多年未清。\n建议：尽快清淤。'],
    ['1.现状\n河道淤积。\n2.成因\n多年未清。\n3.建议\n尽快清淤。'],
    ['（一）主要问题\n河道淤积。\n（二）成因分析\n多年未清。\n（三）意见和建议\n尽快清淤。'],
  ])('finds the three parts of %j', (text) => {
    expect(splitSections(text)).toEqual({
      problem: '河道淤积。',
      analysis: '多年未清。',
      suggestion: '尽快清淤。',
    });
  });

  it('counts what stands before the first heading as the problem', () => {
    const { problem, suggestion } = splitSections(
      '近年来河道淤积。\n二、原因分析\n多年未清。\n三、建议\n尽快清淤。',
    );
    expect([problem, suggestion]).toEqual(['近年来河道淤积。', '尽快清淤。']);
  });

  it('does not take a word for a structure', () => {
    const nothing = { problem: null, analysis: null, suggestion: null };
    expect(splitSections('建议尽快清淤，问题突出。')).toEqual(nothing);
    expect(splitSections('建议：尽快清淤。')).toEqual(nothing);
    expect(splitSections('')).toEqual(nothing);
  });
});
