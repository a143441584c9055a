import type { Review } from '../review/columns.ts';
import { CORRECTED } from '../review/columns.ts';
import { topicFinder } from '../review/find-topic.ts';
import type { Tagging } from '../tag.ts';
import type { Desk, Found } from './desk.ts';
import type { DecisionShown, QueueItem } from './schemas.ts';

/** A proposal as a line of the queue: what the machine says, how certain, and what a person has decided. */
export function toItem(found: Found, tagging: Tagging, desk: Pick<Desk, 'reviews' | 'taxonomy'>): QueueItem {
  const { id, title, source, from, received_on, number, proposer, handled_by } = found;
  const topic = tagging.topics[0] ?? { id: tagging.topic, name: tagging.topic, score: 0 };
  const first = tagging.departments.find((d) => d.role === 'lead');
  const review = desk.reviews.latest().get(id);
  return {
    ...{ id, title, source, from, received_on, number, proposer, handled_by, topic },
    lead: first ? { name: first.name, score: first.score } : null,
    certainty: Math.min(topic.score, first?.score ?? 1),
    review: tagging.review,
    decision: review ? toDecision(review, desk) : null,
  };
}

/** A line of reviews.csv as the page shows it. */
export function toDecision(review: Review, { taxonomy }: Pick<Desk, 'taxonomy'>): DecisionShown {
  const topic = topicFinder(taxonomy)(review.topic) ?? { id: '', name: review.topic };
  return {
    topic: topic.id,
    topic_name: topic.name,
    subtopic_name: review.subtopic || null,
    lead: review.lead || null,
    co: review.co.split('、').filter(Boolean),
    reviewer: review.reviewer,
    decided_at: review.decided_at,
    note: review.note || null,
    corrected: review.decision === CORRECTED,
  };
}
