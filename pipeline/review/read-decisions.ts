import { join } from 'node:path';
import type { Taxonomy, Topic } from '../classify/taxonomy.ts';
import { parseDate } from '../ingest/dates.ts';
import type { Progress } from '../progress.ts';
import { type DepartmentNames, readDepartments } from '../route/departments.ts';
import { normalizeDepartment } from '../route/normalize-department.ts';
import type { Proposal } from '../rows.ts';
import type { Review } from './columns.ts';
import { CORRECTED } from './columns.ts';
import { topicFinder } from './find-topic.ts';
import { matchReviews } from './match-reviews.ts';
import { readReviews } from './read-reviews.ts';

/** One decision as a row of raw.reviews, in the order of reviews.csv. Topics are ids, departments canonical names. */
export interface ReviewRow {
  /** As in raw.proposals where the decision is about one of them, else as written. */
  proposal_id: string;
  title: string;
  reviewed_on: string | null;
  reviewer: string | null;
  machine_topic: string | null;
  machine_topic_score: number | null;
  machine_lead: string | null;
  machine_lead_score: number | null;
  machine_review: boolean | null;
  /** Null: nothing decided about the topic. */
  topic: string | null;
  subtopic: string | null;
  lead: string | null;
  /** Joined by 、 */
  co: string | null;
  corrected: boolean;
  note: string | null;
  /** No later decision about the same proposal. */
  last: boolean;
}

/** What people decided about one proposal; null and empty: left to the machine. */
export interface Decision {
  topic: string | null;
  subtopic: string | null;
  lead: string | null;
  co: string[];
}

export interface Decisions {
  rows: ReviewRow[];
  /** By proposal_id; for topic and departments apart, the lowest line that says something counts. */
  of: ReadonlyMap<string, Decision>;
}

/**
 * The decisions in the workspace's reviews.csv, found again among the proposals: by id, or by title where the decision
 * was made before the proposal had a number. What cannot be used is told to the user. None without a workspace.
 */
export function readDecisions(
  workspace: string | null,
  proposals: readonly Proposal[],
  taxonomy: Taxonomy,
  progress: Progress,
): Decisions {
  if (workspace === null) return { rows: [], of: new Map() };
  const { reviews, tail } = readReviews(join(workspace, 'reviews.csv'));
  const ids = matchReviews(reviews, proposals);
  const tools = { topicOf: topicFinder(taxonomy), names: readDepartments(workspace) };
  const rows = reviews.map((review, i) => toRow(review, ids[i] ?? null, tools));
  const seen = new Set<string>();
  for (const row of [...rows].reverse()) {
    row.last = !seen.has(row.proposal_id);
    seen.add(row.proposal_id);
  }
  const lost = ids.filter((id) => id === null).length;
  const strange = reviews.filter((r, i) => r.topic !== '' && rows[i]?.topic === null).map((r) => r.topic);
  if (tail.length > 0) progress.notice('reviews.csv 最后一行没有写完，本次未采用');
  if (lost > 0) progress.notice(`reviews.csv 有 ${lost} 条人工决定没有对上台账里的案件，本次未采用`);
  if (strange.length > 0)
    progress.notice(
      `reviews.csv 里的人工主题不在主题词表里，本次未采用：${[...new Set(strange)].join('、')}`,
    );
  return { rows, of: decide(rows.filter((_, i) => ids[i] !== null)) };
}

function decide(rows: readonly ReviewRow[]): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const { proposal_id, topic, subtopic, lead, co } of rows) {
    const before = decisions.get(proposal_id) ?? { topic: null, subtopic: null, lead: null, co: [] };
    const about = topic === null ? { topic: before.topic, subtopic: before.subtopic } : { topic, subtopic };
    const to = lead === null ? { lead: before.lead, co: before.co } : { lead, co: co?.split('、') ?? [] };
    decisions.set(proposal_id, { ...about, ...to });
  }
  return decisions;
}

interface Names {
  topicOf: (name: string) => Topic | null;
  names: DepartmentNames;
}

function toRow(review: Review, id: string | null, { topicOf, names }: Names): ReviewRow {
  const topic = topicOf(review.topic);
  const child = topic?.children.find((c) => c.id === review.subtopic || c.name === review.subtopic);
  const department = (name: string) => (name === '' ? null : normalizeDepartment(name, names));
  const co = review.co.split(/[、，,；;]/).flatMap((name) => department(name.trim()) ?? []);
  return {
    proposal_id: id ?? review.proposal_id,
    title: review.title,
    reviewed_on: parseDate(review.decided_at),
    reviewer: review.reviewer || null,
    machine_topic: topicOf(review.machine_topic)?.id ?? null,
    machine_topic_score: number(review.machine_topic_score),
    machine_lead: department(review.machine_lead),
    machine_lead_score: number(review.machine_lead_score),
    machine_review: review.machine_review === '' ? null : review.machine_review === '是',
    topic: topic?.id ?? null,
    subtopic: child?.id ?? null,
    lead: department(review.lead),
    co: co.join('、') || null,
    corrected: review.decision === CORRECTED,
    note: review.note || null,
    last: false,
  };
}

function number(cell: string): number | null {
  return cell === '' || Number.isNaN(Number(cell)) ? null : Number(cell);
}
