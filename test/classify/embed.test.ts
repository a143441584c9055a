import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEmbedder } from '../../pipeline/classify/embed.ts';
import { jianyan } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';
import { topicExamples } from './labelled.ts';
import { writeTinyModel } from './tiny-model.ts';

const isInstalled = (() => {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers');
    return true;
  } catch {
    return false;
  }
})();
const CHARACTERS = topicExamples.map((e) => e.title + e.text).join('');

function tinyModel(): string {
  const folder = join(emptyFolder(), 'tiny');
  writeTinyModel(folder, CHARACTERS);
  return folder;
}

describe('loadEmbedder', () => {
  it('says what belongs in the folder', async () => {
    await expect(loadEmbedder(emptyFolder())).rejects.toThrow(/不是句向量模型文件夹.*config\.json.*README/);
  });

  it.skipIf(isInstalled)('says how to get the package where it is missing', async () => {
    await expect(loadEmbedder(tinyModel())).rejects.toThrow(/npm i @huggingface\/transformers/);
  });
});

describe.skipIf(!isInstalled)(
  'sentence vectors (needs @huggingface/transformers, an optional package)',
  () => {
    it('have length 1, do not depend on the batch, and differ between texts', async () => {
      const embed = await loadEmbedder(tinyModel());
      const documents = topicExamples.slice(0, 20);
      const together = await embed(documents);
      const [alone] = await embed(documents.slice(7, 8));
      expect(together).toHaveLength(20);
      expect(Math.hypot(...(together[0] ?? []))).toBeCloseTo(1, 4);
      for (const [d, x] of (alone ?? []).entries()) expect(together[7]?.[d]).toBeCloseTo(x, 4);
      expect(together[0]).not.toEqual(together[1]);
    });

    it('help where words cannot, are kept in the model, and are asked for when it is used', {
      timeout: 120_000,
    }, async () => {
      const folder = emptyFolder();
      // No two titles share a character: only the vectors know which characters belong together.
      const characters = Array.from({ length: 480 }, (_, i) => String.fromCharCode(0x4e00 + i * 7));
      const rows = Array.from({ length: 60 }, (_, i) => {
        const title = characters.slice(i * 8, i * 8 + 8).join('');
        return { id: String(i), title, text: '', label: i % 2 === 0 ? '甲' : '乙' };
      });
      const group = new Map(
        rows.flatMap((r) => [...r.title].map((c): [string, number] => [c, r.label === '甲' ? 1 : -1])),
      );
      const embedding = join(folder, 'tiny');
      writeTinyModel(embedding, characters.join(''), (c) => [
        group.get(c) ?? 0,
        Math.sin(c.codePointAt(0) ?? 0),
        0.1,
      ]);
      const file = join(folder, '样本.jsonl');
      writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
      const model = join(folder, 'm.json');
      const flags = ['--target', 't', '--label', 'label'];
      const trained = await jianyan('train', file, ...flags, '--out', model, '--embedding', embedding);
      expect([trained.code, trained.stderr]).toEqual([0, expect.stringContaining('句向量有帮助')]);
      const without = await jianyan('evaluate', file, ...flags, '--model', model);
      expect([without.code, without.stderr]).toEqual([
        1,
        expect.stringMatching(/连同句向量训练.*--embedding/),
      ]);
      const accuracy = async (...more: string[]) => {
        const { stdout } = await jianyan('evaluate', file, ...flags, ...more, '--format', 'json');
        return JSON.parse(stdout).accuracy;
      };
      expect(await accuracy()).toBeLessThan(0.7);
      expect(await accuracy('--embedding', embedding)).toBeGreaterThan(0.95);
    });

    it('explains a file that is no model', async () => {
      const folder = tinyModel();
      mkdirSync(join(folder, 'onnx'), { recursive: true });
      writeFileSync(join(folder, 'onnx', 'model.onnx'), 'nothing');
      await expect(loadEmbedder(folder)).rejects.toThrow(/句向量模型无法打开/);
    });
  },
);
