import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster, type ScoredPair } from '../../pipeline/link/cluster.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const anyPairs = fc
  .array(
    fc.record({
      a: fc.constantFrom(...ids),
      b: fc.constantFrom(...ids),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 28 },
  )
  .map((pairs) => [...new Map(pairs.filter((p) => p.a < p.b).map((p) => [`${p.a}${p.b}`, p])).values()]);

/** Every pair of the letters of a word. */
const clique = (word: string, score: number): ScoredPair[] =>
  [...word].flatMap((a, i) => [...word.slice(i + 1)].map((b) => ({ a, b, score })));

describe('cluster', () => {
  it('puts every document into exactly one cluster, sorted', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const clusters = cluster(ids, pairs);
        expect(clusters.flat().sort()).toEqual(ids);
        for (const members of clusters) expect(members).toEqual([...members].sort());
        expect(clusters.map(([first]) => first)).toEqual(clusters.map(([first]) => first).sort());
      }),
    );
  });

  it('does not depend on the order of documents, pairs, or the two ends of a pair', () => {
    fc.assert(
      fc.property(anyPairs, fc.infiniteStream(fc.nat()), (pairs, numbers) => {
        const shuffled = pairs
          .map((p) => ({ p, by: numbers.next().value ?? 0 }))
          .sort((x, y) => x.by - y.by)
          .map(({ p, by }) => (by % 2 === 0 ? p : { a: p.b, b: p.a, score: p.score }));
        expect(cluster([...ids].reverse(), shuffled)).toEqual(cluster(ids, pairs));
      }),
    );
  });

  it('is not changed by a document that resembles no other', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        expect(cluster([...ids, 'z'], pairs)).toEqual([...cluster(ids, pairs), ['z']]);
      }),
    );
  });

  it('joins clusters whose pairs reach the mean, and no others', () => {
    expect(cluster(ids.slice(0, 4), [...clique('ab', 0.9), ...clique('cd', 0.8)])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cluster(['a', 'b', 'c'], clique('abc', 0.7))).toEqual([['a', 'b', 'c']]);
    expect(cluster(['a', 'b', 'c'], clique('abc', 0.5))).toEqual([['a'], ['b'], ['c']]);
  });

  it('does not let one bridge document make a giant of two issues', () => {
    const bridge = [...'abcefg'].map((letter) => ({ a: 'd', b: letter, score: 0.95 }));
    const clusters = cluster([...'abcdefg'], [...clique('abc', 0.9), ...clique('efg', 0.9), ...bridge]);
    expect(clusters.map((members) => members.length).sort()).toEqual([3, 4]);
  });

  it('does not run along a chain', () => {
    const letters = Array.from({ length: 40 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    const chain = letters.slice(1).map((b, i) => ({ a: letters[i] ?? '', b, score: 0.9 }));
    expect(Math.max(...cluster(letters, chain).map((members) => members.length))).toBe(2);
  });

  it('takes the higher score of a pair that is given twice, and none of a document with itself', () => {
    expect(
      cluster(
        ['a', 'b'],
        [
          { a: 'a', b: 'b', score: 0.1 },
          { a: 'b', b: 'a', score: 0.9 },
          { a: 'a', b: 'a', score: 1 },
        ],
      ),
    ).toEqual([['a', 'b']]);
  });
});
