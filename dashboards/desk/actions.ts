import type { Detail } from '../../pipeline/serve/schemas.ts';
import { api } from './api.ts';
import { changed } from './changes.ts';
import { type Choice, type Option, startingChoice, state, type Tab } from './state.ts';
import { attempt, say } from './view.ts';

let asked = 0;

/** Fetches the queue; false when it was asked for again meanwhile, and this answer is out of date. */
async function fetchQueue(): Promise<boolean> {
  asked += 1;
  const mine = asked;
  const queue = await api.queue(state.source);
  if (mine !== asked) return false;
  state.queue = queue;
  return true;
}

/** Loads the queue again; keeps what is on the screen, or opens the first that waits. */
export async function loadQueue(): Promise<void> {
  await attempt(async () => {
    if (!(await fetchQueue())) return;
    const items = state.queue?.items ?? [];
    const ids = items.map((item) => item.id);
    const next = items.find((item) => item.decision === null) ?? items[0];
    if (state.current === null || !ids.includes(state.current)) await openItem(next?.id ?? null);
    else changed('queue');
  });
}

export async function openItem(id: string | null): Promise<void> {
  state.current = id;
  changed('queue');
  await attempt(async () => {
    const detail = id === null ? null : await api.detail(id);
    // Meanwhile another may have been opened.
    if (state.current !== id) return;
    state.detail = detail;
    state.choice = detail ? startingChoice(detail) : null;
    state.group = detail?.tagged.departments.some((d) => d.role === 'lead') ? 'lead' : 'topic';
    changed('proposal');
  });
}

export function go(tab: Tab): void {
  state.tab = tab;
  changed('tab');
  document.getElementById('queue')?.focus();
}

export function showSource(source: 'new' | 'run'): void {
  state.source = source;
  state.current = null;
  void loadQueue();
}

/** Moves in the queue; stops at its ends. */
export function move(step: number): void {
  const items = state.queue?.items ?? [];
  const at = items.findIndex((item) => item.id === state.current);
  const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
  if (next && next.id !== state.current) void openItem(next.id);
}

export function setGroup(group: 'topic' | 'lead'): void {
  state.group = group;
  changed('decision');
}

export function chooseCandidate(group: 'topic' | 'lead', index: number): void {
  const { detail, choice } = state;
  if (!detail || !choice) return;
  if (group === 'topic') {
    const topic = detail.tagged.topics[index];
    if (topic) [choice.topic, choice.subtopic] = [{ id: topic.id, name: topic.name }, null];
  } else {
    const lead = detail.tagged.departments.filter((d) => d.role === 'lead')[index];
    if (lead) setLead(lead.name);
  }
  state.group = group;
  changed('proposal');
}

export function pick({ target, name, id, subtopic }: Option): void {
  const { choice } = state;
  if (!choice) return;
  if (target === 'topic' && id !== null) [choice.topic, choice.subtopic] = [{ id, name }, subtopic];
  else if (target === 'lead') setLead(name);
  else if (!choice.co.includes(name) && name !== choice.lead) choice.co = [...choice.co, name];
  changed('proposal');
}

/** Nobody co-handles what it leads. */
function setLead(name: string): void {
  if (!state.choice) return;
  state.choice.lead = name;
  state.choice.co = state.choice.co.filter((n) => n !== name);
}

/** A key that is held down decides once. */
let isSaving = false;

/** Keeps the decision and goes on to the next that waits; what could not be kept stays on the screen. */
export async function save(): Promise<void> {
  const { detail, choice } = state;
  // While the next is on its way, the one on the screen has been decided.
  if (!detail || !choice || detail.item.id !== state.current || isSaving) return;
  isSaving = true;
  await keep(detail, choice);
  isSaving = false;
}

async function keep(detail: Detail, choice: Choice): Promise<void> {
  await attempt(async () => {
    const { id } = detail.item;
    const { topic, subtopic, lead, co, note } = choice;
    const reviewer = localStorage.getItem('jianyan-reviewer') ?? '';
    const { decision } = await api.decide({
      ...{ id, reviewer, lead, co, note },
      topic: topic.id,
      subtopic: subtopic?.id ?? null,
    });
    say(
      `已记下：${[decision.topic_name, decision.lead].filter(Boolean).join(' · ')}（${decision.corrected ? '改正' : '采纳'}）`,
    );
    const items = state.queue?.items ?? [];
    const at = items.findIndex((item) => item.id === id);
    const later = [...items.slice(at + 1), ...items.slice(0, at)].find((item) => item.decision === null);
    await fetchQueue();
    await openItem(later?.id ?? id);
  });
}

export async function receive(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  say(`正在读取 ${files.length} 个文件…`);
  await attempt(async () => {
    const { results } = await api.upload(files);
    for (const { error } of results) if (error !== null) say(error, true);
    await showNew(results.flatMap((r) => r.items.map((item) => item.id)));
  });
}

export async function paste(title: string, text: string): Promise<void> {
  await attempt(async () => {
    const { results } = await api.paste(title, text);
    await showNew(results.flatMap((r) => r.items.map((item) => item.id)));
  });
}

async function showNew(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if (state.tab !== 'queue') go('queue');
  state.source = 'new';
  await fetchQueue();
  say(`已放入 ${ids.length} 件`);
  const first = state.queue?.items.find((item) => ids.includes(item.id));
  await openItem(first?.id ?? ids[0] ?? null);
}

export async function removeCurrent(): Promise<void> {
  const { current } = state;
  if (current === null) return;
  await attempt(async () => {
    await api.remove(current);
    state.current = null;
    state.detail = null;
    await loadQueue();
    say('已移出队列');
  });
}
