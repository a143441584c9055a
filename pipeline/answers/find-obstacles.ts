import { join } from 'node:path';
import { learnedClassifier } from '../classify/learned.ts';
import { readModel } from '../classify/model-file.ts';
import { makePreparer } from '../classify/prepare.ts';
import { ROOT } from '../root.ts';
import type { Obstacle } from '../rows.ts';
import { matchRules } from './match-rules.ts';
import type { ObstacleRule } from './obstacle-rules.ts';
import { type Sentence, splitSentences } from './split-sentences.ts';

/** An obstacle of one answer: the sentence that says so, and by which way it was read. */
export type FoundObstacle = Pick<Obstacle, 'kind' | 'evidence' | 'method' | 'score' | 'review'>;

/**
 * A kind that no rule reads counts from this probability on. Lower ones cost more precision than they bring recall, in
 * cross-validation on the written examples as on the sample city.
 */
const SURE = 0.95;
/** What the model may judge alone: a telephone number is no sentence. */
const SENTENCE = /\p{Script=Han}{5}/u;
/** Below it a rule's sentence is one to look at: fewer of those are right (test/bench/obstacles.ts). */
const DOUBTED = 0.05;

/**
 * Reads obstacles out of an answer: by the rules of obstacles.yaml, and by the model learned from
 * data/obstacle-examples.csv where no rule speaks. One of each kind at the most, with the first sentence that a rule
 * reads, else the one that the model is surest of; in the order of the rules.
 */
export function obstacleFinder(rules: readonly ObstacleRule[]): (answer: string) => FoundObstacle[] {
  const score = sentenceScorer();
  return (answer) => {
    const sentences = splitSentences(answer);
    const read = sentences.map((s) => readSentence(s, rules, score));
    return rules.flatMap(({ kind }) => {
      const own = read.flatMap((kinds) => kinds.filter((found) => found.kind === kind));
      const byRule = own.find((found) => found.method === 'rule');
      const best =
        byRule ??
        own.reduce<FoundObstacle | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
      return best ? [best] : [];
    });
  };
}

function readSentence(
  { text, folded }: Sentence,
  rules: readonly ObstacleRule[],
  score: SentenceScorer,
): FoundObstacle[] {
  const byRule = matchRules(folded, rules);
  const scores = score(text);
  return rules.flatMap(({ kind }) => {
    const own = scores.get(kind) ?? 0;
    if (byRule.includes(kind))
      return { kind, evidence: text, method: 'rule', score: own, review: own < DOUBTED };
    return own >= SURE && SENTENCE.test(text)
      ? { kind, evidence: text, method: 'model', score: own, review: true }
      : [];
  });
}

type SentenceScorer = (sentence: string) => Map<string, number>;

function sentenceScorer(): SentenceScorer {
  const classify = learnedClassifier(readModel(join(ROOT, 'data', 'obstacle-model.json')));
  const prepare = makePreparer();
  return (sentence) =>
    new Map(
      classify(prepare({ title: '', text: sentence })).ranking.map(({ label, score }) => [label, score]),
    );
}
