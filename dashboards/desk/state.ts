import type { Detail, Queue, TopicsAnswer } from '../../pipeline/serve/schemas.ts';

/** What the clerk has chosen for the proposal on the screen. */
export interface Choice {
  topic: { id: string; name: string };
  subtopic: { id: string; name: string } | null;
  lead: string | null;
  co: string[];
  note: string;
}

/** What is looked for to correct the machine. */
export type Target = 'lead' | 'co' | 'topic';

/** Something that was found; id and subtopic are a topic's. */
export interface Option {
  target: Target;
  name: string;
  id: string | null;
  subtopic: { id: string; name: string } | null;
}

export type Tab = 'queue' | 'search' | 'agreement';

export interface State {
  tab: Tab;
  source: 'new' | 'run';
  queue: Queue | null;
  /** Id of the proposal on the screen. */
  current: string | null;
  detail: Detail | null;
  choice: Choice | null;
  /** Which candidates the keys 1–5 choose. */
  group: 'topic' | 'lead';
  topics: TopicsAnswer['topics'];
  departments: string[];
}

export const state: State = {
  tab: 'queue',
  source: 'new',
  queue: null,
  current: null,
  detail: null,
  choice: null,
  group: 'lead',
  topics: [],
  departments: [],
};

/** What was decided before, else who the ledger says has handled it, else what the machine proposes. */
export function startingChoice({ item, tagged }: Detail): Choice {
  const { decision } = item;
  const co = tagged.departments.filter((d) => d.role === 'co').map((d) => d.name);
  if (decision) {
    const { topic, topic_name, subtopic_name, lead, note } = decision;
    const subtopic = subtopic_name ? { id: subtopic_name, name: subtopic_name } : null;
    return { topic: { id: topic, name: topic_name }, subtopic, lead, co: decision.co, note: note ?? '' };
  }
  return {
    topic: item.topic,
    subtopic: null,
    lead: item.handled_by ?? item.lead?.name ?? null,
    co,
    note: '',
  };
}

/** True when the choice is what the machine put first, and of a handled case who handled it. */
export function isMachines({ item, tagged }: Detail, choice: Choice): boolean {
  if (item.handled_by !== null) return choice.topic.id === tagged.topic && choice.lead === item.handled_by;
  const co = tagged.departments.filter((d) => d.role === 'co').map((d) => d.name);
  const same = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join();
  const lead = tagged.departments.length === 0 || choice.lead === (item.lead?.name ?? null);
  return choice.topic.id === tagged.topic && lead && (tagged.departments.length === 0 || same(choice.co, co));
}
