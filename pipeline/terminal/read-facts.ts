import { join } from 'node:path';
import { inWords, OUTCOME_WORDS } from '../outcome/words.ts';
import { readReviews } from '../review/read-reviews.ts';
import { openRun } from '../store/open-run.ts';

/** What the last run knows of the proposals, for the screens. */
export interface RunFacts {
  proposals: ReadonlyMap<string, ProposalFact>;
  /** What a person must decide, the least certain first. */
  queue: QueueItem[];
  /** `主题 政协-2024-12`, `主办 …`: decided by people, whether a run has seen it or not. */
  decided: Set<string>;
}

export interface ProposalFact {
  title: string;
  year: number | null;
  /** In words; 未答复 where there is no answer. */
  outcome: string;
}

/** The topic or the lead department of a case that waits for a person. */
export interface QueueItem {
  about: '主题' | '主办';
  proposal_id: string;
  title: string;
  /** The ranking with its scores, best first. */
  candidates: string;
  /** What speaks for the first. */
  reason: string;
}

const PROPOSALS =
  'select proposal_id, title, year, outcome, outcome_raw, replied_on::varchar from mart.proposals';

/** Who is to have a case is asked only while nobody has it. */
const QUEUE = `
  with topics as (
    select
      c.proposal_id,
      string_agg(n.topic_name || ' ' || printf('%.2f', c.score), '、' order by c.rank) as candidates,
      max(c.score) as score
    from raw.classifications c
    join (select topic, topic_name from raw.topics where subtopic is null) n using (topic)
    group by c.proposal_id
  ),
  leads as (
    select
      proposal_id,
      string_agg(department || ' ' || printf('%.2f', score), '、' order by rank) as candidates,
      max(score) as score,
      arg_min(reason, rank) as reason,
      bool_or(review) as review
    from raw.routes
    where role = 'lead'
    group by proposal_id
  ),
  waiting as (
    select '主题' as about, p.proposal_id, p.title, t.candidates, p.topic_words as reason, t.score
    from mart.proposals p
    join topics t using (proposal_id)
    where p.topic_review
    union all
    select '主办', p.proposal_id, p.title, l.candidates, l.reason, l.score
    from mart.proposals p
    join leads l using (proposal_id)
    where l.review and p.answers = 0
  )
  select about, proposal_id, title, candidates, reason
  from waiting
  order by score, proposal_id, about`;

/** The facts of a run of the workspace, with what was decided since. */
export async function readFacts(workspace: string, run: string): Promise<RunFacts> {
  const { connection, close } = await openRun(run);
  try {
    const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    const proposals = (await rowsOf(PROPOSALS)).map(([id, title, year, outcome, raw, replied]) => {
      const code = outcome === null ? null : String(outcome);
      const isAnswered = code !== null || raw !== null || replied !== null;
      const words = inWords(code, raw === null ? null : String(raw), OUTCOME_WORDS);
      const fact = { title: String(title), year: year === null ? null : Number(year) };
      return [String(id), { ...fact, outcome: isAnswered ? words : '未答复' }] as const;
    });
    const queue = (await rowsOf(QUEUE)).map(
      ([about, id, title, candidates, reason]): QueueItem => ({
        about: about === '主办' ? '主办' : '主题',
        proposal_id: String(id),
        title: String(title),
        candidates: String(candidates),
        reason: String(reason ?? ''),
      }),
    );
    return { proposals: new Map(proposals), queue, decided: decidedIn(workspace) };
  } finally {
    close();
  }
}

function decidedIn(workspace: string): Set<string> {
  const { reviews } = readReviews(join(workspace, 'reviews.csv'));
  return new Set(
    reviews.flatMap(({ proposal_id, topic, lead }) => [
      ...(topic === '' ? [] : [`主题 ${proposal_id}`]),
      ...(lead === '' ? [] : [`主办 ${proposal_id}`]),
    ]),
  );
}

/** What still waits. */
export function waiting({ queue, decided }: RunFacts): QueueItem[] {
  return queue.filter(({ about, proposal_id }) => !decided.has(`${about} ${proposal_id}`));
}
