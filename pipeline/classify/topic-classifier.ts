import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { explain } from './explain.ts';
import { MAX_TEXT } from './features.ts';
import { type LearnedModel, learnedClassifier } from './learned.ts';
import { readModel } from './model-file.ts';
import type { Tools } from './prepare.ts';
import { scratch } from './vectorize.ts';
import type { TopicRanking } from './word-classifier.ts';

/** The workspace's own topic model, the shipped one, or none: then the words decide alone. */
export function readTopicModel(
  own: string | null,
  workspace: string | null,
  { taxonomy }: Tools,
): LearnedModel | null {
  const shipped = join(ROOT, 'data', 'model.json');
  if (own === null) return existsSync(shipped) ? readModel(shipped) : null;
  const model = readModel(join(workspace ?? '', own));
  const topics = new Set<string>(taxonomy.topics.map((t) => t.id));
  const strange = model.linear.labels.filter((label) => !topics.has(label));
  if (strange.length > 0) {
    const what = `不是主题模型：标签“${strange.slice(0, 3).join('、')}”不是主题词表里的代码`;
    throw new InputError(
      own,
      what,
      '请把这些名称写进 taxonomy.yaml 的 aliases 后重新训练，或去掉 jianyan.yaml 的 models',
    );
  }
  return model;
}

/**
 * The classifier of topics: learned model and words together, with the words and phrases that decided. Second levels
 * come from the words. Without a model the words answer alone.
 */
export function topicClassifier(
  model: LearnedModel | null,
  tools: Tools,
  precision?: number,
): (title: string, text: string | null, vector?: Float32Array | null) => TopicRanking {
  const { classifyByWords, prepare } = tools;
  if (!model) return classifyByWords;
  const { labels, vocabulary } = model.linear;
  const classify = learnedClassifier(model, precision);
  const s = scratch(vocabulary.hashes.length);
  return (title, text, vector = null) => {
    const words = new Map(classifyByWords(title, text).ranking.map((r) => [r.topic, r]));
    const prepared = prepare({ title, text: text ?? '' });
    const byWords = Float64Array.from(labels, (label) => words.get(label)?.score ?? 0);
    const { ranking, review } = classify(prepared, { byWords, vector });
    const source = `${title}\n${(text ?? '').slice(0, MAX_TEXT)}`;
    return {
      review,
      ranking: ranking.map(({ label, score }, rank) => ({
        topic: label,
        subtopic: words.get(label)?.subtopic ?? null,
        score,
        // Looking up what carried the model takes as long as the answer: only for the topic itself.
        words:
          rank === 0
            ? explain(model.linear, prepared, label, source, tools.tokenize, s)
            : (words.get(label)?.words ?? []),
      })),
    };
  };
}
