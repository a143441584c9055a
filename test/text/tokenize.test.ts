import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, readDomainWords, type Tokenizer } from '../../pipeline/text/tokenize.ts';

const hasNodejieba = (() => {
  try {
    createRequire(import.meta.url).resolve('nodejieba');
    return true;
  } catch {
    return false;
  }
})();

for (const engine of ['jieba', 'nodejieba'] as const) {
  const missing = engine === 'nodejieba' && !hasNodejieba;
  describe.skipIf(missing)(`tokenizer ${engine}${missing ? ' (not installed: skipped)' : ''}`, () => {
    let cut: Tokenizer;
    beforeAll(async () => {
      cut = await loadTokenizer(engine);
    });

    it('keeps every domain word whole, whatever the other words are', () => {
      const broken = readDomainWords().filter((word) => cut(word).length !== 1);
      expect(broken).toEqual([]);
    });

    it('loses nothing: the words joined are the text', () => {
      const text = fc.string({
        unit: fc.constantFrom(...'关于加强农村饮水安全的提案，水利局2024年abc 《》'),
        maxLength: 80,
      });
      fc.assert(
        fc.property(text, (s) => {
          expect(cut(s).join('')).toBe(s);
        }),
      );
    });

    it('cuts proposal titles as an official would', () => {
      expect(cut('关于加快高标准农田建设的提案')).toEqual([
        '关于',
        '加快',
        '高标准农田',
        '建设',
        '的',
        '提案',
      ]);
    });
  });
}

it('has at least 600 domain words, none twice', () => {
  const words = readDomainWords();
  expect(words.length).toBeGreaterThanOrEqual(600);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

describe('an engine that is not installed', () => {
  it.skipIf(hasNodejieba)('says how to get it', async () => {
    await expect(loadTokenizer('nodejieba')).rejects.toThrow(/nodejieba.*npm i nodejieba/);
  });
});
