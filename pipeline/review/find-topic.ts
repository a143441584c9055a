import type { Taxonomy, Topic } from '../classify/taxonomy.ts';

/** The topic of an id, a name or an alias; null for what the taxonomy does not have. */
export function topicFinder({ topics }: Taxonomy): (name: string) => Topic | null {
  const found = new Map<string, Topic>();
  for (const topic of topics)
    for (const key of [...topic.aliases, topic.name, topic.id]) found.set(key, topic);
  return (name) => found.get(name) ?? null;
}
