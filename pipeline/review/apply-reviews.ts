import type { Classification, Route } from '../rows.ts';
import type { Decision } from './read-decisions.ts';

type DecisionOf = ReadonlyMap<string, Pick<Decision, 'topic' | 'subtopic' | 'lead' | 'co'>>;

/**
 * The topic that a person decided, in place of the machine's ranking: one row of rank 1, score 1, method `person`, no
 * review. It keeps the machine's words where the machine said the same. Everything else stays as it is.
 */
export function applyReviews(classifications: readonly Classification[], of: DecisionOf): Classification[] {
  return classifications.flatMap((row) => {
    const { topic, subtopic } = of.get(row.proposal_id) ?? { topic: null, subtopic: null };
    if (topic === null) return [row];
    if (row.rank !== 1) return [];
    const same = row.topic === topic;
    const child = subtopic ?? (same ? row.subtopic : null);
    const words = same ? row.words : '';
    return [{ ...row, topic, subtopic: child, score: 1, words, method: 'person', review: false }];
  });
}

/** The same for departments: the lead that a person chose and the co-handlers, for every proposal of `routes`. */
export function applyReviewsToRoutes(routes: readonly Route[], of: DecisionOf): Route[] {
  const done = new Set<string>();
  return routes.flatMap((row): Route[] => {
    const { lead, co } = of.get(row.proposal_id) ?? { lead: null, co: [] };
    if (lead === null) return [row];
    if (done.has(row.proposal_id)) return [];
    done.add(row.proposal_id);
    const person = { proposal_id: row.proposal_id, score: 1, reason: '人工确定', review: false };
    return [
      { ...person, rank: 1, department: lead, role: 'lead' },
      ...co.map((department, i): Route => ({ ...person, rank: i + 2, department, role: 'co' })),
    ];
  });
}
