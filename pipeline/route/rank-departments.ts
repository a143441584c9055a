/** A candidate with its log-odds. */
export interface Weighed {
  department: string;
  logit: number;
}

export interface Ranked {
  department: string;
  /** Probability that it is the lead, in [0, 1]; of all candidates at most 1 together. */
  score: number;
}

/** Platt's curve from the first one's probability to how often it is right, fitted out of fold on the sample city. */
const SLOPE = 0.45;
const SHIFT = 0.25;
/** What a department passes on to those that hold its duties elsewhere; it helps the second and third place. */
const PASSED_ON = 0.1;

/**
 * Candidates by probability, best first; ties by name. `elsewhere` are the departments that hold another's duties where
 * it does not exist; the first place is not changed by them.
 */
export function rankDepartments(
  candidates: readonly Weighed[],
  elsewhere: ReadonlyMap<string, readonly string[]>,
): Ranked[] {
  const highest = candidates.reduce((max, { logit }) => Math.max(max, logit), Number.NEGATIVE_INFINITY);
  const odds = new Map(candidates.map(({ department, logit }) => [department, Math.exp(logit - highest)]));
  const sum = [...odds.values()].reduce((a, b) => a + b, 0);
  const [first] = [...odds].sort(byScore);
  if (!first) return [];
  const p = first[1] / sum;
  const score = 1 / (1 + Math.exp(-(SLOPE * Math.log(p / Math.max(1 - p, 1e-9)) + SHIFT)));
  const rest = new Map(odds);
  rest.delete(first[0]);
  for (const [department, own] of odds) {
    for (const [i, other] of (elsewhere.get(department) ?? []).entries()) {
      const before = rest.get(other);
      if (before !== undefined) rest.set(other, before + (PASSED_ON * own) / (i + 1));
    }
  }
  const left = [...rest.values()].reduce((a, b) => a + b, 0);
  const others = [...rest].map(([department, own]): [string, number] => [
    department,
    Math.min(score, (own / left) * (1 - score)),
  ]);
  return [[first[0], score] as [string, number], ...others.sort(byScore)].map(([department, own]) => ({
    department,
    score: own,
  }));
}

function byScore(a: [string, number], b: [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}
