import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashIndex, intern } from '../../pipeline/classify/hash-index.ts';
import {
  beginningsOf,
  foundWords,
  hashText,
  LONGEST_WORD,
  matchWords,
} from '../../pipeline/classify/known-words.ts';

const SEED = 7;

function matched(words: string[], text: string): string[] {
  const index = hashIndex(8);
  for (const word of words) intern(index, hashText(word, SEED));
  const out = foundWords();
  matchWords(text, index, beginningsOf(words, SEED), SEED, out);
  return Array.from({ length: out.length }, (_, i) =>
    text.slice(out.at[i], (out.at[i] ?? 0) + (out.sizes[i] ?? 0)),
  );
}

describe('matchWords', () => {
  it('finds the longest words from left to right, without overlap', () => {
    expect(matched(['老旧', '小区', '老旧小区', '区'], '改造老旧小区和老旧街区')).toEqual([
      '老旧小区',
      '老旧',
      '区',
    ]);
  });

  it('finds what a search for every length at every place finds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙'), maxLength: 30 });
    const word = fc.string({ unit: fc.constantFrom(...'甲乙丙'), minLength: 1, maxLength: LONGEST_WORD });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (words, source) => {
        const expected: string[] = [];
        for (let i = 0; i < source.length; ) {
          const longest = words.filter((w) => source.startsWith(w, i)).sort((a, b) => b.length - a.length)[0];
          if (longest !== undefined) expected.push(longest);
          i += longest?.length ?? 1;
        }
        expect(matched(words, source)).toEqual(expected);
      }),
    );
  });
});
