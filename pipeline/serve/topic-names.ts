import type { Taxonomy } from '../classify/taxonomy.ts';

export interface Topic {
  id: string;
  name: string;
}

/** The topic of an id, a name or an alias; null for what the taxonomy does not have. */
export function topicFinder({ topics }: Taxonomy): (name: string) => Topic | null {
  const found = new Map<string, Topic>();
  for (const { id, name, aliases } of topics)
    for (const key of [...aliases, name, id]) found.set(key, { id, name });
  return (name) => found.get(name) ?? null;
}
