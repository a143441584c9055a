import type { Gathered } from './gather-evidence.ts';
import type { PastCase } from './past-cases.ts';
import type { Ranked } from './rank-departments.ts';
import { coProbability } from './weigh-evidence.ts';

/** A co-handler is named from this probability on; at most so many. */
const LEAST = 0.2;
const MOST = 3;
/** How often the government of a place in the title, or in the text, co-handles (sample city: 10 of 33, 23 of 101). */
const OF_PLACE = { title: 0.3, text: 0.23 };
/** How often a co-handler of the same matter is one again. */
const OF_PAST = 0.6;

/** The co-handlers beside the lead candidates, best first, with the probability that each is one. */
export function nameCoHandlers(
  leads: readonly Ranked[],
  { evidence, bodies }: Gathered,
  past: readonly PastCase[],
): Ranked[] {
  const scores = new Map<string, number>();
  const raise = (department: string, score: number) =>
    scores.set(department, Math.max(score, scores.get(department) ?? 0));
  for (const [department, e] of evidence) raise(department, coProbability(e));
  for (const { department, inTitle } of bodies) raise(department, inTitle ? OF_PLACE.title : OF_PLACE.text);
  for (const { co, relation, score } of past)
    if (relation !== 'kin' && relation !== 'diff') for (const name of co) raise(name, OF_PAST * score);
  for (const { department } of leads) scores.delete(department);
  return [...scores]
    .filter(([, score]) => score >= LEAST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([department, score]) => ({ department, score }));
}
