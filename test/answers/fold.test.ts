import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../pipeline/answers/fold.ts';

describe('fold', () => {
  it('simplifies, narrows and lowers character by character', () => {
    expect(fold('經費（不足），Ａ類')).toBe('经费(不足),a类');
  });

  it('is as long as the text, so that places stay, also for ligatures and pairs of surrogates', () => {
    expect(fold('㈠ﬁ𠮷…')).toHaveLength('㈠ﬁ𠮷…'.length);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });
});
