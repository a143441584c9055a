import { type Embed, loadEmbedder } from '../classify/embed.ts';
import { assertEmbedder, type LearnedModel } from '../classify/learned.ts';
import type { Tools } from '../classify/prepare.ts';
import type { Departments } from './departments.ts';
import type { Question } from './gather-evidence.ts';
import type { Handled } from './learn-departments.ts';
import { modelRouter } from './model-router.ts';
import { openRouter, type Routing } from './router.ts';

export interface RouterChoice {
  /** The user's own department model; null where there is none. */
  model: LearnedModel | null;
  /** Folder of the sentence-vector model; null for none. */
  embedding: string | null;
  tools: Tools;
  departments: Departments;
  /** Handled cases of the user's history, to learn from. */
  handled: readonly Handled[];
  precision: number | undefined;
}

/** Routes one proposal: `top` lead candidates. */
export type AskRouter = (question: Question, top: number) => Promise<Routing>;

/**
 * The user's own department model where there is one: it decides alone; else the router over all evidence. Throws
 * InputError when the model needs sentence vectors and no folder for them is set.
 */
export async function chooseRouter(choice: RouterChoice): Promise<AskRouter> {
  const { model, tools, departments, handled, precision } = choice;
  if (!model) {
    const route = openRouter({ departments, ...tools, handled, precision });
    return async (question, top) => route(question, top);
  }
  assertEmbedder(model, choice.embedding !== null, '承办单位模型');
  const embed: Embed | null =
    model.embedding && choice.embedding ? await loadEmbedder(choice.embedding) : null;
  const route = modelRouter(model, tools, precision);
  return async (question, top) => {
    const [vector = null] = embed ? await embed([{ title: question.title, text: question.text ?? '' }]) : [];
    return route(question, top, vector);
  };
}
