import type { Taxonomy } from '../classify/taxonomy.ts';

/** A topic of a proposal's ranking. */
export interface TopicEvidence {
  topic: string;
  subtopic: string | null;
  /** Probability in [0, 1]. */
  score: number;
}

/** What the second level's departments, in their order, and the first level's have of a topic's probability. */
const OF_CHILD = [0.6, 0.2];
const OF_TOPIC = [0.2, 0.1];
/** Where the second level is unknown or names none. */
const ALONE = [0.6, 0.25];

/** The default departments of the taxonomy's topics, each with the share of probability that speaks for it. */
export function topicDepartments(
  taxonomy: Taxonomy,
): (topics: readonly TopicEvidence[]) => Map<string, number> {
  const byId = new Map<string, Taxonomy['topics'][number]>(taxonomy.topics.map((t) => [t.id, t]));
  return (topics) => {
    const shares = new Map<string, number>();
    const add = (names: readonly string[], parts: readonly number[], score: number) => {
      for (const [i, name] of names.entries())
        shares.set(name, (shares.get(name) ?? 0) + score * (parts[i] ?? 0));
    };
    for (const { topic, subtopic, score } of topics) {
      const found = byId.get(topic);
      const child = found?.children.find((c) => c.id === subtopic)?.departments ?? [];
      add(child, OF_CHILD, score);
      add(found?.departments ?? [], child.length > 0 ? OF_TOPIC : ALONE, score);
    }
    return shares;
  };
}
