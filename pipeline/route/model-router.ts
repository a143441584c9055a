import { explain } from '../classify/explain.ts';
import { type LearnedModel, learnedClassifier } from '../classify/learned.ts';
import type { Tools } from '../classify/prepare.ts';
import { scratch } from '../classify/vectorize.ts';
import type { Question } from './gather-evidence.ts';
import type { Routing } from './router.ts';

/**
 * The router of a model that the user trained on departments: its labels as written are the answer, and it decides
 * alone. It names no co-handlers.
 */
export function modelRouter(
  model: LearnedModel,
  tools: Tools,
  precision?: number,
): (question: Pick<Question, 'title' | 'text'>, top: number, vector?: Float32Array | null) => Routing {
  const classify = learnedClassifier(model, precision);
  const s = scratch(model.linear.vocabulary.hashes.length);
  return ({ title, text }, top, vector = null) => {
    const prepared = tools.prepare({ title, text: text ?? '' });
    const { ranking, review } = classify(prepared, { vector });
    const source = `${title}\n${text ?? ''}`;
    const reasonOf = (label: string) => {
      const words = explain(model.linear, prepared, label, source, tools.tokenize, s).slice(0, 3);
      return words.length === 0
        ? '没有直接依据，仅供备选'
        : `本单位以往写到${words.map((word) => `“${word}”`).join('、')}的多由其承办`;
    };
    const departments = ranking.slice(0, top).map(({ label, score }) => ({
      department: label,
      role: 'lead' as const,
      score,
      reason: reasonOf(label),
    }));
    return { departments, review };
  };
}
