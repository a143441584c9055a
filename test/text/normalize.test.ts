import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, normalize, titleKey } from '../../pipeline/text/normalize.ts';

describe('normalize', () => {
  it('makes the same text out of its compatibility forms', () => {
    expect(normalize('⽔利⼯程')).toBe('水利工程');
    expect(normalize('ＡＢＣ１２３')).toBe('abc123');
    expect(normalize('臺灣的養老與醫療衛生')).toBe('台湾的养老与医疗卫生');
    expect(normalize('  多  个\n空白　')).toBe('多 个 空白');
  });

  it('is idempotent for any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, (s) => {
        expect(normalize(normalize(s))).toBe(normalize(s));
      }),
      { numRuns: 500 },
    );
    for (let code = 0x3400; code < 0xa000; code++) {
      const char = String.fromCharCode(code);
      expect(normalize(normalize(char))).toBe(normalize(char));
    }
  });
});

describe('titleKey', () => {
  it('drops the frame that every title has', () => {
    expect(titleKey('关于加快“老旧小区”改造的提案')).toBe(titleKey('加快老旧小区改造'));
    expect(titleKey('關於加強防洪的建議')).toBe('加强防洪');
  });
});

describe('cleanText', () => {
  it('keeps punctuation and spelling, and removes what nobody can see', () => {
    expect(cleanText('⽔利，\u200bＡ类\r\n\r\n\r\n\r\n第二段 ')).toBe('水利，Ａ类\n\n第二段');
  });
});
