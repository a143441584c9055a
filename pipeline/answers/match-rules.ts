import type { Obstacle } from '../rows.ts';
import type { ObstacleRule } from './obstacle-rules.ts';

/** The kinds of obstacle that the rules read in a folded sentence, in the order of the rules. */
export function matchRules(folded: string, rules: readonly ObstacleRule[]): Obstacle['kind'][] {
  return rules.filter((rule) => says(folded, rule)).map((rule) => rule.kind);
}

/** A match counts unless something in the clauses that it touches voids it. */
function says(folded: string, { says, unless }: ObstacleRule): boolean {
  const found = [...folded.matchAll(says)];
  if (found.length === 0) return false;
  const voids = [...folded.matchAll(unless)].map((m) => [m.index, m.index + m[0].length] as const);
  return found.some((m) => {
    const [from, to] = clausesOf(folded, m.index, m.index + m[0].length);
    return !voids.some(([start, end]) => start < to && end > from);
  });
}

function clausesOf(folded: string, from: number, to: number): [number, number] {
  const before = Math.max(...[...',:;。!?'].map((stop) => folded.lastIndexOf(stop, from - 1)));
  const after = /[,:;。!?]/.exec(folded.slice(to))?.index;
  return [before + 1, after === undefined ? folded.length : to + after];
}
