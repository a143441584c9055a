import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, span } from '../../pipeline/lint/fold.ts';

describe('fold', () => {
  it('writes full-width, traditional, annotated and doubled characters as one form', () => {
    expect(fold('辦理２１８件，，辦復(fù)率98%%').text).toBe('办理218件,办复率98%');
    expect(fold('“解决采纳”“留作参考”的各有1 件').text).toBe('解决采纳、留作参考的各有1件');
  });

  it('joins the lines that a page breaks and keeps those that a writer ends', () => {
    expect(fold('全年共收到委员提案六十六件提案委员会审查后准予立\n案61件').text).toContain('立案61件');
    expect(fold('一、基本情况\n收到提案9件').text).toContain('\n');
  });

  it('keeps where every character stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { text: folded, at } = fold(text);
        expect(at.length).toBe(folded.length + 1);
        for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] ?? 0);
      }),
    );
    const text = '其中「解决」的　１７件。';
    const folded = fold(text);
    const start = folded.text.indexOf('17件');
    const place = span(folded, text, start, start + 3);
    expect(text.slice(place.start, place.end)).toBe('１７件');
  });
});
