import { type Desk, fromEntry, fromYear, sayOf } from './desk.ts';
import type { Flagged } from './history.ts';
import type { Queue, QueueItem } from './schemas.ts';
import { toDecision, toItem } from './to-item.ts';
import { weekOf } from './week.ts';

/**
 * What waits for a person: what came in (of this week also what is decided) and what the run left to a person. The
 * least certain first, what is decided last; at most `limit` of each.
 */
export async function listQueue(desk: Desk, source: 'new' | 'run' | null, limit: number): Promise<Queue> {
  const week = weekOf(desk.now());
  const decided = desk.reviews.latest();
  const open = [...desk.queue.entries().values()].filter((e) => e.week === week || !decided.has(e.id));
  const fresh: QueueItem[] = [];
  for (const entry of source === 'run' ? [] : open) {
    const found = fromEntry(entry);
    fresh.push(toItem(found, await sayOf(desk, found), desk));
  }
  const flagged = (await desk.history?.flagged()) ?? [];
  const waiting = flagged.filter((f) => !decided.has(f.proposal_id));
  const old = source === 'new' ? [] : waiting.slice(0, limit).map((row) => fromRun(row, desk));
  return {
    week,
    items: [...fresh.sort(byCertainty).slice(0, limit), ...old].sort(byCertainty),
    waiting: { new: open.filter((e) => !decided.has(e.id)).length, run: waiting.length },
  };
}

function byCertainty(a: QueueItem, b: QueueItem): number {
  const decided = Number(a.decision !== null) - Number(b.decision !== null);
  return decided || a.certainty - b.certainty || (a.id < b.id ? -1 : 1);
}

/** As the run judged it: the list is not judged again. */
function fromRun(row: Flagged, desk: Desk): QueueItem {
  const review = desk.reviews.latest().get(row.proposal_id);
  const lead = row.lead === null ? null : { name: row.lead, score: row.lead_score ?? 0 };
  return {
    id: row.proposal_id,
    title: row.title,
    source: 'run',
    from: fromYear(row.year),
    received_on: null,
    number: row.number,
    proposer: row.proposer,
    handled_by: row.handled_by,
    topic: { id: row.topic, name: row.topic_name, score: row.topic_score },
    lead,
    certainty: Math.min(row.topic_score, lead?.score ?? 1),
    review: true,
    decision: review ? toDecision(review, desk) : null,
  };
}
