import { relate } from '../link/relate.ts';
import { type Traits, traitsOf } from '../link/traits.ts';
import type { Relation } from '../rows.ts';
import type { Desk } from './desk.ts';
import type { Entry } from './queue-store.ts';

/** Another proposal of the queue that should be merged with this one. */
export interface Twin {
  entry: Entry;
  relation: Relation;
  /** Probability in [0, 1] that it is a copy, a fragment or the same matter. */
  score: number;
}

/** Worked out once for each entry. */
const known = new WeakMap<Entry, Traits>();

/** What else came in during the same week and is a copy, a fragment or the same matter; most certain first. */
export function similarInQueue(desk: Pick<Desk, 'queue'>, id: string): Twin[] {
  const entries = desk.queue.entries();
  const own = entries.get(id);
  if (!own) return [];
  const others = [...entries.values()].filter((entry) => entry.week === own.week && entry.id !== id);
  return others
    .map((entry) => ({ entry, ...relate(traits(own), traits(entry)) }))
    .filter(({ relation }) => relation !== 'kin' && relation !== 'diff')
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

function traits(entry: Entry): Traits {
  const found = known.get(entry) ?? traitsOf(entry);
  known.set(entry, found);
  return found;
}
