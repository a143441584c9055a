import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPassages } from '../../pipeline/serve/passages.ts';

describe('commonPassages', () => {
  it('finds what stands word for word in both, as long as it goes', () => {
    const here = '甲乙丙。东圩大堤去年汛期出现三处管涌，请尽快加固。';
    const there = '东圩大堤去年汛期出现三处管涌，已经修好。';
    const { here: a, there: b } = commonPassages(here, there);
    expect(a.map(([s, e]) => here.slice(s, e))).toEqual(['东圩大堤去年汛期出现三处管涌，']);
    expect(b.map(([s, e]) => there.slice(s, e))).toEqual(['东圩大堤去年汛期出现三处管涌，']);
  });

  it('says nothing of fewer than ten characters', () => {
    expect(commonPassages('为进一步加强管理', '为进一步加强管理')).toEqual({ here: [], there: [] });
  });

  it('gives ranges within the texts, in order and without overlaps, for any two texts', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 200 });
    fc.assert(
      fc.property(text, text, (here, there) => {
        const found = commonPassages(here, there);
        for (const [source, ranges] of [
          [here, found.here],
          [there, found.there],
        ] as const) {
          const flat = ranges.flat();
          expect([...flat].sort((x, y) => x - y)).toEqual(flat);
          expect(flat.every((at) => at >= 0 && at <= source.length)).toBe(true);
        }
        for (const [start, end] of found.here) expect(there).toContain(here.slice(start, end));
      }),
    );
  });
});
