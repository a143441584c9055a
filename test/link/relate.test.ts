import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../data/sample/make/written.ts';
import { evidenceOf } from '../../pipeline/link/evidence.ts';
import { relate } from '../../pipeline/link/relate.ts';
import { traitsOf } from '../../pipeline/link/traits.ts';

const of = (title: string, text: string | null = null) => traitsOf({ id: '', title, text });
const written = readWritten();
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...written.slice(0, 80).map((w) => w.title)),
  fc.constantFrom(...written.slice(0, 80).map((w) => w.text)),
);

describe('relate', () => {
  it('says the same of (a, b) and (b, a)', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (titleA, textA, titleB, textB) => {
        const [a, b] = [of(titleA, textA), of(titleB, textB)];
        expect(relate(a, b)).toEqual(relate(b, a));
      }),
    );
  });

  it('gives a score in [0, 1] that agrees with the verdict', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const { relation, score } = relate(of(a, b), of(b));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score >= 0.5).toBe(relation === 'copy' || relation === 'fragment' || relation === 'same');
      }),
    );
  });

  it('calls the same text a copy, whatever its punctuation, width and characters', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const a = of(title, text);
        const isEmpty = !/[\p{L}\p{N}]/u.test(`${title}${text}`.normalize('NFKC'));
        expect(relate(a, of(title, text)).relation).toBe(isEmpty ? 'diff' : 'copy');
      }),
    );
    expect(relate(of('關於修建雲岡橋的提案'), of('关于修建“云冈桥”的提案。'))).toEqual({
      relation: 'copy',
      score: 1,
    });
  });

  it('relates an empty document to none', () => {
    for (const other of [of(''), of('', ' 。'), of('关于修桥的提案', '桥坏了。')]) {
      expect(relate(of('', null), other)).toEqual({ relation: 'diff', score: 0 });
    }
  });

  it('counts for nothing what every proposal says', () => {
    const a = of('关于加强养犬管理的提案', '为此建议如下：办法：如说明。请相关单位尽速办理。');
    const b = of('关于修建望江桥的提案', '为此建议如下：办法：如说明。请相关单位尽速办理。');
    expect(relate(a, b).score).toBeLessThan(0.3);
  });

  it('keeps another bus line, parcel or village apart although the words are the same', () => {
    const pairs = [
      ['建议延长45路末班车时间', '建议延长66路末班车时间'],
      ['请补助松岗村驳坎修复', '请补助梅岭村驳坎修复'],
      ['请铺设松岗村大坪段312地号旁农路', '请铺设松岗村大坪段455地号旁农路'],
      ['关于修缮永济桥的建议', '关于修缮云津桥的建议'],
    ] as const;
    for (const [a, b] of pairs) expect([a, relate(of(a), of(b)).score < 0.5]).toEqual([a, true]);
  });
});

describe('evidenceOf', () => {
  const a = of('关于修缮云津桥的建议', '云津桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议检测加固。');
  const b = of('云津桥亟待加固', '去年检测定为四类桥以后只立了限载牌，货车通过时晃动明显，请尽快加固。');
  const c = of('关于修缮永济桥的建议', '永济桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议检测加固。');

  it('quotes the longest shared passage and names what both are about', () => {
    const says = evidenceOf(a, b, 'same');
    expect(says).toContain('共有文字“货车通过时晃动明显');
    expect(says).toContain('同一对象：云津桥');
  });

  it('says in what a look-alike differs', () => {
    expect(evidenceOf(a, c, 'kin')).toMatch(/不同对象：云津桥 \/ 永济桥/);
  });

  it('says when the texts are the same', () => {
    expect(evidenceOf(a, a, 'copy')).toBe('标题和正文的文字完全相同');
  });
});
