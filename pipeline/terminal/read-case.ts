import { InputError } from '../errors.ts';
import { openRun } from '../store/open-run.ts';

/** What the machine said of one case, as texts for reviews.csv; empty where it said nothing. */
export interface CaseFact {
  title: string;
  text: string;
  topic: string;
  topic_score: string;
  lead: string;
  lead_score: string;
  co: string;
  /** Whether the topic or the lead waits for a person. */
  review: boolean;
}

const CASE = `
  select
    p.title,
    coalesce(p.text, ''),
    m.topic_name,
    round(m.topic_score, 3)::varchar,
    coalesce(r.department, ''),
    coalesce(round(r.score, 3)::varchar, ''),
    coalesce((
      select string_agg(department, '、' order by rank)
      from raw.routes
      where proposal_id = p.proposal_id and role = 'co'
    ), ''),
    m.topic_review or coalesce(r.review, false)
  from raw.proposals p
  join mart.proposals m using (proposal_id)
  left join raw.routes r on r.proposal_id = p.proposal_id and r.rank = 1
  where p.proposal_id = $1`;

/** Reads a case from a run. Throws InputError when there is no such case in it. */
export async function readCase(run: string, proposal_id: string): Promise<CaseFact> {
  const { connection, close } = await openRun(run);
  try {
    const [row] = (await connection.runAndReadAll(CASE, [proposal_id])).getRowsJson();
    if (!row)
      throw new InputError(proposal_id, '没有这件提案或建议', '请核对案件标识，或先运行一次 jianyan run');
    const [title, text, topic, topic_score, lead, lead_score, co] = row.map(String);
    return {
      title: title ?? '',
      text: text ?? '',
      topic: topic ?? '',
      topic_score: topic_score ?? '',
      lead: lead ?? '',
      lead_score: lead_score ?? '',
      co: co ?? '',
      review: row[7] === true,
    };
  } finally {
    close();
  }
}
