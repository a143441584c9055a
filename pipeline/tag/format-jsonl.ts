import type { Tagging } from '../tag.ts';

/** One line, its keys as the contract says them, in that order and no more. */
export function formatJsonl({
  id,
  title,
  topic,
  topics,
  departments,
  similar,
  review,
  why,
}: Tagging): string {
  return `${JSON.stringify({ id, title, topic, topics, departments, similar, review, why })}\n`;
}
