import { parseDate } from '../ingest/dates.ts';
import { dueOn } from '../outcome/deadline.ts';
import type { Body } from '../rows.ts';
import type { Tagging } from '../tag.ts';
import { type Desk, fromEntry, sayOf } from './desk.ts';
import type { Entry } from './queue-store.ts';
import { Refusal } from './refusal.ts';
import { type SheetRow, writeRoutingSheet } from './routing-sheet.ts';
import { similarInQueue } from './similar-in-queue.ts';
import { toItem } from './to-item.ts';
import { daysOf } from './week.ts';

const RELATIONS: Record<string, string> = { copy: '文字相同', fragment: '部分相同', same: '同一事项' };

/** The routing sheet of what came in during an ISO week. Throws Refusal for a week that there is not. */
export async function exportWeek(desk: Desk, week: string): Promise<Uint8Array<ArrayBuffer>> {
  const days = daysOf(week);
  if (!days) throw new Refusal(400, `没有“${week}”这一周；应写成 2026-W48`);
  const rows: SheetRow[] = [];
  for (const entry of desk.queue.entries().values())
    if (entry.week === week) rows.push(await toRow(desk, entry));
  return writeRoutingSheet(`${desk.config.name ?? ''}提案建议分办单（${days.from} 至 ${days.to}）`, rows);
}

/** What nobody has decided is marked as the machine's, so that it is not sent out as if somebody had. */
async function toRow(desk: Desk, entry: Entry): Promise<SheetRow> {
  const found = fromEntry(entry);
  const tagging = await sayOf(desk, found);
  const { decision, topic, lead, review } = toItem(found, tagging, desk);
  const suggested = (name: string) => (name === '' ? '' : `${name}（机器建议）`);
  const co = tagging.departments.filter((d) => d.role === 'co').map((d) => d.name);
  const assigned_on = parseDate(decision?.decided_at ?? '') ?? '';
  const chosen = decision?.lead ?? lead?.name;
  const duty = tagging.departments.find((d) => d.name === chosen)?.reason;
  const pending = review ? '待人工确定；机器把握不足' : '待人工确定';
  return {
    number: entry.number ?? '',
    title: entry.title,
    proposer: entry.proposer ?? '',
    topic: decision?.topic_name ?? suggested(topic.name),
    lead: decision ? (decision.lead ?? '') : suggested(lead?.name ?? ''),
    co: decision ? decision.co.join('、') : suggested(co.join('、')),
    assigned_on,
    due_on: assigned_on === '' ? '' : answerBy(desk, entry.body, assigned_on),
    similar: similarities(desk, entry, tagging),
    reason: duty ?? (tagging.why.length > 0 ? `主题词：${tagging.why.join('、')}` : ''),
    note: decision ? (decision.note ?? '') : pending,
  };
}

/** What it should be merged with or was raised before: this week's by title, earlier ones by id. */
function similarities(desk: Desk, { id }: Entry, { similar }: Tagging): string {
  const says = (name: string, relation: string, score: number) =>
    `${name}（${RELATIONS[relation]}，${Math.round(score * 100)}%）`;
  return [
    ...similarInQueue(desk, id).map((t) => says(`本周来件“${t.entry.title}”`, t.relation, t.score)),
    ...similar.filter((s) => s.relation in RELATIONS).map((s) => says(s.proposal_id, s.relation, s.score)),
  ].join('；');
}

/** By the place's rule for lead departments; empty where it has none. */
function answerBy({ profileOf }: Desk, body: Body | null, assigned: string): string {
  const deadline = profileOf(body, Number(assigned.slice(0, 4))).deadlines.lead;
  return deadline ? dueOn(deadline, assigned) : '';
}
