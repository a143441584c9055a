import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../data/sample/make/written.ts';
import { obstacleFinder } from '../../pipeline/answers/find-obstacles.ts';
import { readObstacleRules } from '../../pipeline/answers/obstacle-rules.ts';
import { readExamples } from '../../pipeline/classify/examples.ts';
import { learn } from '../../pipeline/classify/learned.ts';
import { serializeModel } from '../../pipeline/classify/model-file.ts';
import { loadTools } from '../../pipeline/classify/prepare.ts';
import { ROOT } from '../../pipeline/root.ts';
import { OBSTACLES } from '../../pipeline/rows.ts';
import { obstacles } from '../bench/obstacles.ts';
import { hasShared } from '../e2e/jianyan.ts';

const find = obstacleFinder(readObstacleRules());
const EXAMPLES = join(ROOT, 'data', 'obstacle-examples.csv');

describe('obstacleFinder', () => {
  it('gives each kind once, with the sentence as written', () => {
    const answer = '一、本案用地尚未徵收，無法施作。\n二、另因經費不足，俟籌得財源再辦；經費拮据，容後研議。';
    expect(find(answer).map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['funding', '另因經費不足，俟籌得財源再辦；'],
      ['land', '本案用地尚未徵收，無法施作。'],
    ]);
  });

  it('reads what is planted in the sample city, and little else', () => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const { reply, obstacles: marked } of readWritten()) {
      if (!reply) continue;
      const planted = new Set(marked.map((o) => o.kind));
      // The texts mark what stands in the way; what is in hand is marked nowhere.
      const read = find(reply).filter((o) => o.kind !== 'already_under_way');
      for (const { evidence } of read) expect(reply).toContain(evidence);
      for (const { kind } of read) planted.has(kind) ? right++ : wrong++;
      for (const kind of planted) if (!read.some((o) => o.kind === kind)) missed++;
    }
    expect(right / (right + missed)).toBeGreaterThan(0.95);
    expect(right / (right + wrong)).toBeGreaterThan(0.7);
  });

  it('gives the sentence that the sample city marks', () => {
    const marked = readWritten().flatMap(({ reply, obstacles: own }) =>
      own.map((o) => ({ ...o, read: find(reply ?? '').find((r) => r.kind === o.kind) })),
    );
    const known = marked.filter((o) => o.read);
    const agree = known.filter((o) => o.read?.evidence.includes(o.evidence));
    expect(agree.length / known.length).toBeGreaterThan(0.95);
  });
});

describe('the hundred county answers that a person read first', () => {
  it.skipIf(!hasShared)('agree with the machine as far as the benchmark says', () => {
    const [summary = ''] = obstacles().text;
    const [precision = 0, recall = 0] = [...summary.matchAll(/(?<=precision |recall )\.\d\d/g)].map(Number);
    expect(precision).toBeGreaterThanOrEqual(0.7);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
});

describe('the shipped model of obstacles', () => {
  const { examples } = readExamples(EXAMPLES, 'kinds');

  it('is what npm run model makes of data/obstacle-examples.csv, and small', {
    timeout: 60_000,
  }, async () => {
    const file = join(ROOT, 'data', 'obstacle-model.json');
    expect(
      serializeModel(learn(examples, await loadTools(), 'obstacle')) === readFileSync(file, 'utf8'),
    ).toBe(true);
    expect(statSync(file).size).toBeLessThan(500_000);
  });

  it('is learned from at least 600 sentences of every kind and of none, no sentence twice', () => {
    expect(examples.length).toBeGreaterThanOrEqual(600);
    expect(new Set(examples.map((e) => e.text)).size).toBe(examples.length);
    expect([...new Set(examples.flatMap((e) => e.labels))].sort()).toEqual([...OBSTACLES, 'none'].sort());
  });
});
