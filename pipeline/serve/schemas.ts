import { z } from 'zod';

/** What the service takes and answers. The page and the OpenAPI document are made from these. */

const probability = z.number().min(0).max(1);
const text = z.string();
const maybe = z.string().nullable();
const range = z.tuple([z.int(), z.int()]);

export const topicScore = z.strictObject({ id: text, name: text, score: probability });
export const relation = z.enum(['copy', 'fragment', 'same', 'kin', 'diff']);

/** Where a deciding word stands: UTF-16 offsets in `field`. `department` says whose duty it speaks for. */
export const mark = z.strictObject({
  field: z.enum(['title', 'text', 'problem', 'analysis', 'suggestion']),
  start: z.int(),
  end: z.int(),
  kind: z.enum(['topic', 'duty']),
  department: maybe,
});

export const tagged = z.strictObject({
  id: text,
  title: text,
  text: maybe,
  topic: text,
  topics: z.array(topicScore),
  departments: z.array(
    z.strictObject({ name: text, role: z.enum(['lead', 'co']), score: probability, reason: text }),
  ),
  similar: z.array(z.strictObject({ proposal_id: text, relation, score: probability, outcome: maybe })),
  review: z.boolean(),
  why: z.array(text),
  sections: z.strictObject({ problem: maybe, analysis: maybe, suggestion: maybe }),
  marks: z.array(mark),
});

/** The longest text that is tagged while somebody waits: 200 pages. */
export const MAX_TEXT = 300_000;

export const submission = z.strictObject({
  id: z.string().max(200).optional(),
  title: z.string().max(1000),
  text: z.string().max(MAX_TEXT).nullish(),
});

/** A file that was sent, and what became of it: `error` is for the user, null when it was read. */
const fileResult = <T extends z.ZodType>(item: T) =>
  z.strictObject({ results: z.array(z.strictObject({ file: text, error: maybe, items: z.array(item) })) });

export const tagResults = fileResult(tagged);

export const decision = z.strictObject({
  topic: text,
  topic_name: text,
  subtopic_name: maybe,
  lead: maybe,
  co: z.array(text),
  reviewer: text,
  decided_at: text,
  note: maybe,
  corrected: z.boolean(),
});

export const queueItem = z.strictObject({
  id: text,
  title: text,
  /** new: dropped or pasted here; run: of the ledgers, where the machine asked for a person. */
  source: z.enum(['new', 'run']),
  /** File name, 粘贴, or the year of the ledger. */
  from: text,
  received_on: maybe,
  number: maybe,
  proposer: maybe,
  /** Of the run: the lead as the ledger has it. */
  handled_by: maybe,
  topic: topicScore,
  lead: z.strictObject({ name: text, score: probability }).nullable(),
  /** The smaller of the topic's and the lead's probability: what the queue is sorted by. */
  certainty: probability,
  review: z.boolean(),
  decision: decision.nullable(),
});

export const queue = z.strictObject({
  week: text,
  items: z.array(queueItem),
  /** Waiting, whether listed or cut off by `limit`. */
  waiting: z.strictObject({ new: z.int(), run: z.int() }),
});

export const queueResults = fileResult(queueItem);

export const handling = z.strictObject({
  department: maybe,
  role: text,
  assigned_on: maybe,
  replied_on: maybe,
  outcome: maybe,
  outcome_raw: maybe,
  reply_text: maybe,
});

export const proposalCase = z.strictObject({
  proposal_id: text,
  title: text,
  text: maybe,
  year: z.int().nullable(),
  body: maybe,
  number: maybe,
  proposer: maybe,
  topic_name: text,
  subtopic_name: maybe,
  departments: maybe,
  co_departments: maybe,
  outcome: maybe,
  outcome_raw: maybe,
  result_final: maybe,
  source_file: text,
  source_row: z.int(),
  handlings: z.array(handling),
});

/** An earlier case beside the new one; `passages` are the same words in both, as offsets in the two texts. */
export const similarCase = proposalCase.extend({
  relation,
  score: probability,
  /** Came in during the same week: to be merged with the new one, not yet a case. */
  this_week: z.boolean(),
  passages: z.strictObject({ here: z.array(range), there: z.array(range) }),
});

export const similarAnswer = z.strictObject({ similar: z.array(similarCase) });
export const detail = z.strictObject({ item: queueItem, tagged, similar: z.array(similarCase) });

export const searchHit = z.strictObject({
  proposal_id: text,
  title: text,
  year: z.int().nullable(),
  body: maybe,
  topic_name: text,
  departments: maybe,
  outcome: maybe,
  outcome_raw: maybe,
});
export const searchAnswer = z.strictObject({ total: z.int(), hits: z.array(searchHit) });

export const reviewRequest = z.strictObject({
  id: z.string().min(1).max(200),
  reviewer: z.string().max(50).optional(),
  /** Id of the taxonomy. */
  topic: z.string().min(1).max(100),
  subtopic: z.string().max(100).nullish(),
  lead: z.string().max(100).nullish(),
  co: z.array(z.string().max(100)).max(30).optional(),
  note: z.string().max(2000).nullish(),
  /** For a proposal that is neither in the queue nor in the run. */
  title: z.string().max(1000).optional(),
  text: z.string().max(MAX_TEXT).nullish(),
});
export const reviewAnswer = z.strictObject({ saved: z.literal(true), decision });

export const topicsAnswer = z.strictObject({
  topics: z.array(
    z.strictObject({
      id: text,
      name: text,
      children: z.array(z.strictObject({ id: text, name: text })),
    }),
  ),
});
export const departmentsAnswer = z.strictObject({ departments: z.array(text) });

/** A row of mart.review_agreement; its columns are described there. */
export const agreementRow = z.strictObject({
  period: text,
  topic: maybe,
  topic_name: maybe,
  reviews: z.int(),
  with_topic: z.int(),
  topic_agreed: z.int(),
  certain: z.int(),
  certain_agreed: z.int(),
  with_lead: z.int(),
  lead_agreed: z.int(),
});
export const agreementAnswer = z.strictObject({ rows: z.array(agreementRow) });

export const health = z.strictObject({
  status: z.literal('ok'),
  version: text,
  name: text,
  notice: maybe,
  reviewer: text,
  run: z.strictObject({ proposals: z.int(), as_of: maybe }).nullable(),
});

export const problem = z.strictObject({ error: text });

export type Tagged = z.infer<typeof tagged>;
export type Mark = z.infer<typeof mark>;
export type Submission = z.infer<typeof submission>;
export type DecisionShown = z.infer<typeof decision>;
export type QueueItem = z.infer<typeof queueItem>;
export type Queue = z.infer<typeof queue>;
export type QueueResults = z.infer<typeof queueResults>;
export type ProposalCase = z.infer<typeof proposalCase>;
export type SimilarCase = z.infer<typeof similarCase>;
export type Detail = z.infer<typeof detail>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
export type TopicsAnswer = z.infer<typeof topicsAnswer>;
export type DepartmentsAnswer = z.infer<typeof departmentsAnswer>;
export type AgreementRow = z.infer<typeof agreementRow>;
export type AgreementAnswer = z.infer<typeof agreementAnswer>;
export type Health = z.infer<typeof health>;
