import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { group } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../pipeline/classify/examples.ts';
import { learn } from '../../pipeline/classify/learned.ts';
import { serializeModel } from '../../pipeline/classify/model-file.ts';
import { loadTools, wordScoresFor } from '../../pipeline/classify/prepare.ts';
import { TOPIC_IDS } from '../../pipeline/classify/taxonomy.ts';
import { ROOT } from '../../pipeline/root.ts';

const { examples } = readExamples(join(ROOT, 'data', 'examples.csv'), 'topic');

describe('the shipped topic model', () => {
  it('is what npm run model makes of data/examples.csv, and small', { timeout: 120_000 }, async () => {
    const tools = await loadTools();
    const again = learn(examples, tools, 'topic', { wordScores: wordScoresFor(TOPIC_IDS, tools) });
    const file = join(ROOT, 'data', 'model.json');
    expect(serializeModel(again) === readFileSync(file, 'utf8')).toBe(true);
    expect(statSync(file).size).toBeLessThan(3_000_000);
  });

  it('is learned from examples of every topic, no title twice', () => {
    const byTopic = group(examples, (e) => e.labels[0] ?? '');
    expect([...byTopic.keys()].sort()).toEqual([...TOPIC_IDS].sort());
    expect(new Set(examples.map((e) => e.title)).size).toBe(examples.length);
  });
});
