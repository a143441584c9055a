import { describe, expect, it } from 'vitest';
import { readWritten } from '../../data/sample/make/written.ts';
import { indexDocuments } from '../../pipeline/link/index-documents.ts';
import { judge } from '../../pipeline/link/judge.ts';
import type { Document } from '../../pipeline/link/traits.ts';
import { silentProgress } from '../../pipeline/progress.ts';

const documents = readWritten()
  .slice(0, 120)
  .map(({ key, title, text }) => ({ id: key, title, text }));
const judged = (list: readonly Document[]) => [
  ...judge(indexDocuments(list, silentProgress), silentProgress),
];

describe('judge', () => {
  const links = judged(documents);

  it('judges each pair once, a before b, in order', () => {
    const pairs = links.map(({ a, b }) => `${a}|${b}`);
    expect(pairs).toEqual([...new Set(pairs)].sort());
    expect(links.every(({ a, b }) => a < b)).toBe(true);
    expect(links.length).toBeGreaterThan(500);
  });

  it('does not depend on the order of the documents', () => {
    expect(judged([...documents].reverse())).toEqual(links);
  });

  it('says the same of all pairs when an unrelated document is added', () => {
    const stranger = { id: 'Z', title: 'quarterly newsletter', text: 'lorem ipsum dolor sit amet' };
    expect(judged([...documents, stranger])).toEqual(links);
  });

  it('finds a copy in another document, and leaves empty documents alone', () => {
    const [first] = documents;
    const found = judged([
      ...documents,
      { id: 'Z1', title: first?.title ?? '', text: first?.text ?? '' },
      { id: 'Z2', title: '', text: null },
      { id: 'Z3', title: '。', text: '' },
    ]).filter(({ b }) => b.startsWith('Z'));
    expect(found.find(({ a, b }) => a === first?.id && b === 'Z1')).toMatchObject({
      relation: 'copy',
      score: 1,
    });
    expect(found.filter(({ b }) => b !== 'Z1')).toEqual([]);
  });

  it('gives every pair its evidence in one line of Chinese', () => {
    for (const { evidence } of links) expect(evidence).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
  });
});
