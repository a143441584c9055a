import { join } from 'node:path';
import { readTaxonomy } from '../classify/taxonomy.ts';
import { InputError } from '../errors.ts';
import { appendReview } from '../review/append-review.ts';
import { ACCEPTED, CORRECTED, type Review } from '../review/columns.ts';
import { readDepartments } from '../route/departments.ts';
import { isDepartment, normalizeDepartment } from '../route/normalize-department.ts';
import { type CaseFact, readCase } from './read-case.ts';
import type { Session } from './session.ts';

/** A decision about the topic or the lead department of one case; an empty choice takes what the machine proposes. */
export interface CaseWish {
  about: '主题' | '主办';
  proposal_id: string;
  choice: string;
}

/**
 * Adds the decision to reviews.csv, takes the case off the queue, and returns what was decided. Throws InputError for
 * a case, topic or department that there is not.
 */
export async function decideCase(
  session: Session,
  { about, proposal_id, choice }: CaseWish,
): Promise<string> {
  const { folder, run, facts } = session;
  if (run === null) throw new InputError(folder, '还没有运行结果', '请先执行 jianyan run');
  const found = await readCase(run, proposal_id);
  const machine = about === '主题' ? found.topic : found.lead;
  const decided =
    choice === '' ? machine : about === '主题' ? topicIn(folder, choice) : leadIn(folder, choice);
  if (decided === '')
    throw new InputError(proposal_id, `机器没有给出${about}`, `请写明：${about} ${proposal_id} 名称`);
  const isAccepted = decided === machine;
  await appendReview(join(folder, 'reviews.csv'), {
    ...emptyReview(session, proposal_id, found),
    topic: about === '主题' ? decided : '',
    lead: about === '主办' ? decided : '',
    decision: isAccepted ? ACCEPTED : CORRECTED,
  });
  facts?.decided.add(`${about} ${proposal_id}`);
  return `${proposal_id} ${about}：${decided}（${isAccepted ? '采纳机器判断' : `机器为 ${machine || '无'}`}），已记入 reviews.csv\n`;
}

function emptyReview({ now, person, note }: Session, proposal_id: string, found: CaseFact): Review {
  return {
    decided_at: now(),
    reviewer: person,
    proposal_id,
    title: found.title,
    text: found.text,
    machine_topic: found.topic,
    machine_topic_score: found.topic_score,
    machine_lead: found.lead,
    machine_lead_score: found.lead_score,
    machine_co: found.co,
    machine_review: found.review ? '是' : '否',
    topic: '',
    subtopic: '',
    lead: '',
    co: '',
    note,
    decision: '',
  };
}

function topicIn(folder: string, name: string): string {
  const { topics } = readTaxonomy(folder);
  const topic = topics.find((t) => [t.id, t.name, ...t.aliases].includes(name));
  if (topic) return topic.name;
  throw new InputError(name, '主题词表里没有', `可写：${topics.map((t) => t.name).join('、')}`);
}

function leadIn(folder: string, name: string): string {
  const departments = readDepartments(folder);
  const lead = normalizeDepartment(name, departments);
  if (isDepartment(lead, departments)) return lead;
  throw new InputError(name, '单位名录里没有', '请写规范名称，如“水利局”，或先补入 departments.yaml');
}
