import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../pipeline/answers/split-sentences.ts';

const texts = (text: string) => splitSentences(text).map((s) => s.text);

describe('splitSentences', () => {
  it('ends at stops, semicolons and line ends, and leaves out the number before a paragraph', () => {
    expect(texts('一、经查属实；\n（二）長約3.5公里，已完工。2.另案辦理')).toEqual([
      '经查属实；',
      '長約3.5公里，已完工。',
      '另案辦理',
    ]);
  });

  it('gives exact substrings with their places', () => {
    const piece = fc.constantFrom(
      '一、',
      '經費不足',
      '。',
      '；',
      '\n',
      '\r\n',
      ' ',
      '３．５',
      '，',
      '①',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        return splitSentences(text).every((s) => text.slice(s.start, s.start + s.text.length) === s.text);
      }),
    );
  });
});
