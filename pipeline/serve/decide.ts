import { userInfo } from 'node:os';
import { ACCEPTED, CORRECTED, type Review } from '../review/columns.ts';
import { topicFinder } from '../review/find-topic.ts';
import type { Tagging } from '../tag.ts';
import { type Desk, type Found, findProposal, sayOf } from './desk.ts';
import { Refusal } from './refusal.ts';
import type { DecisionShown, ReviewRequest } from './schemas.ts';
import { toDecision } from './to-item.ts';
import { localTime } from './week.ts';

/**
 * Writes a person's decision to reviews.csv, with what the machine had shown, and returns it when it is on the disk.
 * Throws Refusal for a proposal or topic that there is not, InputError when the file cannot be written.
 */
export async function decide(desk: Desk, request: ReviewRequest): Promise<DecisionShown> {
  const found = (await findProposal(desk, request.id)) ?? given(request);
  const shown = await sayOf(desk, found);
  const topic = topicFinder(desk.taxonomy)(request.topic);
  if (!topic) throw new Refusal(400, `主题词表里没有“${request.topic}”`);
  const subtopic = topic.children.find((c) => c.id === request.subtopic || c.name === request.subtopic);
  const chosen = {
    topic: topic.name,
    subtopic: subtopic?.name ?? '',
    lead: request.lead?.trim() ?? '',
    co: (request.co ?? [])
      .map((name) => name.trim())
      .filter(Boolean)
      .join('、'),
  };
  const review: Review = {
    decided_at: localTime(desk.now()),
    reviewer: request.reviewer?.trim() || defaultReviewer(),
    proposal_id: found.id,
    title: found.title,
    text: found.text ?? '',
    ...machineCells(shown, found),
    ...chosen,
    note: request.note?.trim() ?? '',
    decision: isAccepted(chosen, topic.id, shown, found) ? ACCEPTED : CORRECTED,
  };
  await desk.reviews.append(review);
  return toDecision(review, desk);
}

/** Who works at this machine, until the page is told a name. */
export function defaultReviewer(): string {
  try {
    return userInfo().username;
  } catch {
    return '未署名';
  }
}

function given({ id, title, text }: ReviewRequest): Found {
  if (title === undefined) throw new Refusal(404, `没有这件：${id.slice(0, 80)}`);
  const unknown = { received_on: null, number: null, proposer: null, handled_by: null };
  return { id, title, text: text ?? null, source: 'run', from: '', ...unknown };
}

/** Of a case that the run has seen handled, the machine knows its department: to name it again is no agreement. */
function machineCells(shown: Tagging, { handled_by }: Found) {
  const lead = handled_by === null ? shown.departments.find((d) => d.role === 'lead') : undefined;
  return {
    machine_topic: shown.topics[0]?.name ?? '',
    machine_topic_score: round(shown.topics[0]?.score),
    machine_lead: lead?.name ?? '',
    machine_lead_score: round(lead?.score),
    machine_co: handled_by === null ? coOf(shown).join('、') : '',
    machine_review: shown.review ? '是' : '否',
  };
}

function coOf({ departments }: Tagging): string[] {
  return departments.filter((d) => d.role === 'co').map((d) => d.name);
}

function round(score: number | undefined): string {
  return score === undefined ? '' : String(Math.round(score * 1000) / 1000);
}

/** What the machine, or of a handled case the ledger, said first, in every part that the person decided. */
function isAccepted(
  chosen: { lead: string; co: string },
  topic: string,
  shown: Tagging,
  { handled_by }: Found,
): boolean {
  if (topic !== shown.topic) return false;
  if (chosen.lead === '') return true;
  if (handled_by !== null) return chosen.lead === handled_by;
  const lead = shown.departments.find((d) => d.role === 'lead')?.name;
  const co = (names: string[]) => [...names].sort().join();
  return chosen.lead === lead && co(chosen.co.split('、').filter(Boolean)) === co(coOf(shown));
}
