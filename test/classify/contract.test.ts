import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../pipeline/classify/features.ts';
import { type LearnedModel, learn } from '../../pipeline/classify/learned.ts';
import { parseModel, serializeModel } from '../../pipeline/classify/model-file.ts';
import { loadTools, type Tools } from '../../pipeline/classify/prepare.ts';
import { topicClassifier } from '../../pipeline/classify/topic-classifier.ts';
import type { TopicRanking } from '../../pipeline/classify/word-classifier.ts';
import { normalize } from '../../pipeline/text/normalize.ts';
import { topicExamples } from './labelled.ts';

type Classify = (title: string, text: string | null) => TopicRanking;

let tools: Tools;
let model: LearnedModel;
let withVectors: LearnedModel;
const makers: [name: string, make: () => Classify][] = [
  ['words', () => topicClassifier(null, tools)],
  ['learned model with words', () => topicClassifier(model, tools)],
  ['learned model alone', () => topicClassifier({ ...model, words: 0 }, tools)],
  [
    'learned model with sentence vectors',
    () => {
      const classify = topicClassifier(withVectors, tools);
      return (title, text) => classify(title, text, standIn({ title, text: text ?? '' }));
    },
  ],
  [
    'model read back from its file',
    () => topicClassifier(parseModel(serializeModel(model), 'm.json'), tools),
  ],
];

beforeAll(async () => {
  tools = await loadTools();
  model = learn(topicExamples, tools, 'topic');
  withVectors = learn(topicExamples, tools, 'topic', { vectors: topicExamples.map(standIn) });
});

/** Stands for a sentence vector: the text's characters counted into eight numbers, normalised as the models' input is. */
function standIn({ title, text }: Document): Float32Array {
  const vector = new Float32Array(8);
  for (const char of normalize(title + text)) {
    const d = (char.codePointAt(0) ?? 0) % 8;
    vector[d] = (vector[d] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}

/** What every classifier keeps to. */
describe.each(makers)('%s', (_, make) => {
  let classify: Classify;
  beforeAll(() => {
    classify = make();
  });
  const title = fc.string({
    unit: fc.constantFrom(...'关于水库学校公交医院养老的建议ＡB１2 ，。\u3000🚰'),
    maxLength: 40,
  });

  it('gives probabilities in [0, 1], best first, adding to at most 1', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        const { ranking } = classify(a, b);
        const scores = ranking.map((r) => r.score);
        expect(scores.every((s) => s >= 0 && s <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((x, y) => y - x));
        expect(scores.reduce((x, y) => x + y, 0)).toBeLessThanOrEqual(1.01);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on what it was asked before', () => {
    const fresh = make();
    for (const e of topicExamples.slice(0, 20)) classify(e.title, e.text);
    expect(classify('关于修建水库的建议', null)).toEqual(fresh('关于修建水库的建议', null));
  });

  it('leaves an empty text and unseen words to a person', () => {
    for (const [a, b] of [
      ['', ''],
      ['', null],
      ['qzx vwk', 'ꙮꙮꙮ'],
    ] as const) {
      expect(classify(a, b).review).toBe(true);
      expect(classify(a, b).ranking[0]?.score).toBeLessThan(0.5);
    }
  });

  it('answers alike twice, and alike for traditional characters and full-width letters', () => {
    const once = classify('关于加强饮水安全的建议', '水库Ａ');
    expect(classify('关于加强饮水安全的建议', '水库Ａ')).toEqual(once);
    expect(classify('關於加強飲水安全的建議', '水庫A').ranking[0]?.topic).toBe(once.ranking[0]?.topic);
    expect(classify('關於加強飲水安全的建議', '水庫A').ranking[0]?.score).toBe(once.ranking[0]?.score);
  });

  it('takes a text of a million characters in bounded time', () => {
    const start = performance.now();
    classify('关于修建水库的建议', '水'.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('names words that stand in the text as those that decided', () => {
    const source = '關於興修水庫、解決農田灌溉用水的建議';
    const [first] = classify(source, null).ranking;
    expect(first?.words.length).toBeGreaterThan(0);
    for (const word of first?.words ?? []) expect(source).toContain(word);
  });
});

it('learns the same bytes from the same examples', () => {
  const again = learn(topicExamples, tools, 'topic');
  expect(serializeModel(again) === serializeModel(model)).toBe(true);
});
