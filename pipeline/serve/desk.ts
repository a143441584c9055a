import type { Taxonomy } from '../classify/taxonomy.ts';
import type { Config } from '../config.ts';
import type { ProfileOf } from '../outcome/choose-profile.ts';
import type { Tagger, Tagging } from '../tag.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import type { History } from './history.ts';
import { type Entry, openQueue, type QueueStore } from './queue-store.ts';
import { openReviews, type ReviewStore } from './reviews-store.ts';

/** What the service works with, opened once. */
export interface Desk {
  /** Holds reviews.csv and queue/. */
  workspace: string;
  config: Config;
  taxonomy: Taxonomy;
  departments: readonly string[];
  profileOf: ProfileOf;
  history: History | null;
  queue: QueueStore;
  reviews: ReviewStore;
  tagger: Tagger;
  tokenize: Tokenizer;
  now: () => Date;
  /** What the machine said of what is in the queue, by id: said once, shown as it was. */
  said: Map<string, Promise<Tagging>>;
}

export function openDesk(parts: Omit<Desk, 'queue' | 'reviews' | 'said'>): Desk {
  return {
    ...parts,
    queue: openQueue(parts.workspace, parts.now),
    reviews: openReviews(parts.workspace),
    said: new Map(),
  };
}

/** A proposal of the queue or of the run. */
export interface Found {
  id: string;
  title: string;
  text: string | null;
  source: 'new' | 'run';
  from: string;
  received_on: string | null;
  number: string | null;
  proposer: string | null;
  handled_by: string | null;
}

export async function findProposal(desk: Desk, id: string): Promise<Found | null> {
  const entry = desk.queue.entries().get(id);
  if (entry) return fromEntry(entry);
  const row = await desk.history?.find(id);
  if (!row) return null;
  const { title, text, number, proposer, handled_by, year } = row;
  return {
    ...{ id, title, text, number, proposer, handled_by },
    source: 'run',
    from: fromYear(year),
    received_on: null,
  };
}

export function fromEntry({ id, title, text, from, received_at, number, proposer }: Entry): Found {
  const here = { source: 'new', handled_by: null } as const;
  return { ...here, id, title, text, from, received_on: received_at.slice(0, 10), number, proposer };
}

export function fromYear(year: number | null): string {
  return year === null ? '历年台账' : `${year}年台账`;
}

/** What the machine says of a proposal; of one in the queue it is asked once. */
export function sayOf(desk: Desk, { id, title, text, source }: Found): Promise<Tagging> {
  if (source === 'run') return desk.tagger({ id, title, text });
  const said = desk.said.get(id) ?? desk.tagger({ id, title, text });
  desk.said.set(id, said);
  return said;
}
