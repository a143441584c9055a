import { expect, it } from 'vitest';
import { nearestAmong } from '../../pipeline/classify/nearest.ts';
import { loadTools } from '../../pipeline/classify/prepare.ts';
import { learnVocabulary } from '../../pipeline/classify/vectorize.ts';
import { topicExamples } from './labelled.ts';

it('finds the example itself first, and a copy of it when it is left out', async () => {
  const { prepare, tokenize } = await loadTools();
  const examples = [...topicExamples.slice(0, 60), { ...topicExamples[3], title: '一份抄件' }].map((e) =>
    prepare({ title: e.title ?? '', text: e.text ?? '' }),
  );
  const nearest = nearestAmong(examples, learnVocabulary(examples, tokenize));
  const document = examples[3];
  if (!document) throw new Error('no example');
  expect(nearest(document)[0]).toMatchObject({ index: 3, similarity: expect.closeTo(1, 5) });
  expect(nearest(document, 3)[0]?.index).toBe(60);
});
