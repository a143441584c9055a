import { inWords, OUTCOME_WORDS } from '../outcome/words.ts';
import { lastRun } from '../publish/last-run.ts';
import { openRun } from '../query/open-run.ts';

/** What the last run knows of the proposals, for the screens. */
export interface RunFacts {
  proposals: ReadonlyMap<string, ProposalFact>;
  /** Proposals whose topic a person must decide, the least certain first. */
  queue: QueueItem[];
}

export interface ProposalFact {
  title: string;
  year: number | null;
  /** In words; 未答复 where there is no answer. */
  outcome: string;
}

export interface QueueItem {
  proposal_id: string;
  title: string;
  /** The ranking's first, in words with their score, best first. */
  topics: string;
  words: string;
}

const PROPOSALS =
  'select proposal_id, title, year, outcome, outcome_raw, replied_on::varchar from mart.proposals';

const QUEUE = `
  select
    p.proposal_id,
    p.title,
    string_agg(n.topic_name || ' ' || printf('%.2f', c.score), '、' order by c.rank),
    p.topic_words
  from mart.proposals p
  join raw.classifications c using (proposal_id)
  join (select topic, topic_name from raw.topics where subtopic is null) n on n.topic = c.topic
  where p.topic_review
  group by p.proposal_id, p.title, p.topic_words, p.topic_score
  order by p.topic_score, p.proposal_id`;

/** The facts of a workspace's last run; null when it has none. */
export async function readFacts(workspace: string): Promise<RunFacts | null> {
  const run = lastRun(workspace);
  if (run === null) return null;
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
    const queue = (await rowsOf(QUEUE)).map(([id, title, topics, words]) => ({
      proposal_id: String(id),
      title: String(title),
      topics: String(topics),
      words: String(words ?? ''),
    }));
    return { proposals: new Map(proposals), queue };
  } finally {
    close();
  }
}
