import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChinese, readNumber } from '../../pipeline/lint/numbers.ts';

/** 1049 → 一千零四十九, written independently of the reader. */
function toChinese(n: number): string {
  if (n === 0) return '零';
  const digits = '零一二三四五六七八九';
  const groups: [number, string][] = [
    [Math.floor(n / 10_000), '万'],
    [n % 10_000, ''],
  ];
  const group = (value: number) =>
    [1000, 100, 10, 1]
      .map((step, i) => [Math.floor(value / step) % 10, ['千', '百', '十', ''][i]] as const)
      .map(([digit, step]) => (digit === 0 ? '零' : `${digits[digit]}${step}`))
      .join('')
      .replace(/零+/g, '零')
      .replace(/^零|零$/g, '');
  const text = groups.map(([value, name]) => (value > 0 ? group(value) + name : '')).join('零');
  const low = n % 10_000;
  const joined =
    low >= 1000 || low === 0 ? text.replace('零', (z, at: number) => (text[at - 1] === '万' ? '' : z)) : text;
  return joined.replace(/^零|零$/g, '');
}

describe('parseChinese', () => {
  it('reads back every number that is written in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect([toChinese(n), parseChinese(toChinese(n))]).toEqual([toChinese(n), n]);
      }),
    );
  });

  it('reads numerals as reports write them', () => {
    expect(parseChinese('一千○四十九')).toBe(1049);
    expect(parseChinese('二〇二四')).toBe(2024);
    expect(parseChinese('十')).toBe(10);
    expect(parseChinese('三万二')).toBe(32_000);
    expect(parseChinese('万')).toBe(null);
  });
});

describe('readNumber', () => {
  it('reads every way to write a share', () => {
    const read = (text: string) => readNumber(text, 0)?.value;
    expect(read('85.35%')).toBe(85.35);
    expect(read('百分之九十五点五')).toBe(95.5);
    expect(read('百分之百')).toBe(100);
    expect(read('九成')).toBe(90);
    expect(read('九成八以上')).toBe(98);
    expect(read('1/10')).toBe(10);
  });

  it('keeps the digits that are printed, because rounding is judged by them', () => {
    expect(readNumber('27.0%', 0)).toEqual({ value: 27, percent: true, decimals: 1, end: 5 });
    expect(readNumber('1,054件', 0)).toEqual({ value: 1054, percent: false, decimals: 0, end: 5 });
    expect(readNumber('1.2万份', 0)).toMatchObject({ value: 12_000, end: 4 });
  });
});
