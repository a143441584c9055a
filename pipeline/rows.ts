/**
 * The rows that flow from the ledgers to the charts. Field names are the column names of the DuckDB
 * schema `raw` (pipeline/store/raw.sql). Dates are ISO days (`2024-03-05`); null means "not in the source".
 */

export type Body = '政协' | '人大';
export type Role = 'lead' | 'sole' | 'separate' | 'joint' | 'co';
export type Filed = '立案' | '并案' | '转意见建议' | '不立案';
export type ProposerType = '个人' | '联名' | '集体';
export type Disclosure = '主动公开' | '依申请公开' | '不予公开';

/** Canonical outcomes, in the order in which a set of them is written (`in_progress|planned`). */
export const OUTCOMES = [
  'solved',
  'in_progress',
  'planned',
  'deferred',
  'reference',
  'declined',
  'beyond_authority',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Canonical ratings, best first. */
export const RATINGS = ['satisfied', 'basically', 'understands', 'reserves', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

/** One proposal or suggestion. `proposal_id` is unique within a run and readable: 政协-2024-12. */
export interface Proposal {
  proposal_id: string;
  body: Body | null;
  /** 省 | 市 | 县 | 乡 */
  level: string | null;
  session: string | null;
  year: number | null;
  /** As written, without 第…号 and leading zeros: 12, 政协〔2024〕12号 → 12. */
  number: string | null;
  title: string;
  text: string | null;
  problem: string | null;
  analysis: string | null;
  suggestion: string | null;
  proposer: string | null;
  proposer_type: ProposerType | null;
  sector: string | null;
  district: string | null;
  /** The office's own classification column, as written; the machine's topics are in classifications. */
  category: string | null;
  submitted_on: string | null;
  filed: Filed | null;
  merged_into: string | null;
  key_proposal: boolean | null;
  disclosure: Disclosure | null;
  source_file: string;
  /** 1-based row of the sheet or line of the file; 0 for a proposal that is a document of its own. */
  source_row: number;
}

/** One proposal at one department. */
export interface Handling {
  proposal_id: string;
  /** Canonical name where data/departments.yaml knows it, else as written; null when the ledger names none. */
  department: string | null;
  department_raw: string | null;
  role: Role;
  assigned_on: string | null;
  due_on: string | null;
  replied_on: string | null;
  met_on: string | null;
  /** True when the ledger says the proposer was met, with or without a date. */
  met: boolean | null;
  outcome_raw: string | null;
  /** A canonical outcome, several joined by `|` when the local code covers several, null when unmapped. */
  outcome: string | null;
  reply_text: string | null;
}

/** What happened to a handling after assignment. */
export interface HandlingEvent {
  proposal_id: string;
  department: string | null;
  kind: 'returned' | 'reassigned' | 'grade_changed' | 're_handled' | 'answered_again';
  happened_on: string | null;
  detail: string | null;
  /** The canonical outcome of `detail` where a grade was changed, null when unmapped. */
  outcome: string | null;
}

/** One rating round of one proposal's proposer for one department. A single overall rating is the result. */
export interface Feedback {
  proposal_id: string;
  department: string | null;
  round: number;
  attitude_raw: string | null;
  attitude: Rating | null;
  result_raw: string | null;
  result: Rating | null;
  returned_on: string | null;
}

/** A promised item (承诺事项) and what became of it. */
export interface Commitment {
  proposal_id: string;
  department: string | null;
  /** As the ledger or the answer words it. */
  item: string;
  due_on: string | null;
  fulfilled_on: string | null;
  /** Entered in the ledger, or read out of the answer's text; the ledger wins where both say the same. */
  source: 'ledger' | 'answer';
}

/** Whether the answers to a proposal speak of one item of what it asks (逐条回应). */
export interface SuggestionAnswer {
  proposal_id: string;
  /** 1, 2 … in the order of the proposal. */
  item: number;
  /** The item as written. */
  suggestion: string;
  answered: 'yes' | 'doubtful' | 'no';
  /** The sentences of the answer that come nearest, as written; null where none does. */
  evidence: string | null;
  /** Share of the item that they hold, in [0, 1]. */
  score: number;
}

/** A cell of a column that no field claims: kept as written. */
export interface Extra {
  proposal_id: string;
  source_file: string;
  sheet: string | null;
  source_row: number;
  column: string;
  value: string;
}

/** Something that could not be read: a cell (column set), a row, a sheet (row 0) or a file (sheet null). */
export interface Reject {
  file: string;
  sheet: string | null;
  row: number;
  column: string | null;
  value: string | null;
  reason: string;
  scope: 'file' | 'sheet' | 'row' | 'cell';
}

/** One rank of the topic ranking of one proposal; rank 1 is the topic. Scores of all topics add to at most 1. */
export interface Classification {
  proposal_id: string;
  rank: number;
  topic: string;
  subtopic: string | null;
  score: number;
  /** The deciding words, in the text's spelling, strongest first, joined by 、 */
  words: string;
  method: string;
  /** True when a person must look: no word matched, or the lead over the next topic is small. */
  review: boolean;
}

/** Everything that ingest reads out of a folder. */
export interface Ingested {
  proposals: Proposal[];
  handlings: Handling[];
  handling_events: HandlingEvent[];
  feedback: Feedback[];
  commitments: Commitment[];
  extras: Extra[];
  rejects: Reject[];
}

/**
 * How two proposals stand to each other. copy: the same text with small edits; fragment: one mostly contained in the
 * other; same: the same matter about the same object or place, in other words; kin: the same kind of problem, another
 * object or place, never merged; diff: neither.
 */
export type Relation = 'copy' | 'fragment' | 'same' | 'kin' | 'diff';

/** A pair that was judged. `a` < `b`; `score` is the probability in [0, 1] that it is copy, fragment or same. */
export interface Link {
  a: string;
  b: string;
  relation: Relation;
  score: number;
  /** What the pair shares and in what it differs, in Chinese. */
  evidence: string;
}

/** One candidate department of one proposal; rank 1 is the lead that the machine proposes. */
export interface Route {
  proposal_id: string;
  rank: number;
  department: string;
  role: 'lead' | 'co';
  /** Probability in [0, 1]. */
  score: number;
  /** Duty clause, words or past cases that speak for it, in Chinese. */
  reason: string;
  /** True when a person must decide: the same for all ranks of a proposal. */
  review: boolean;
}

/** Kinds of obstacle, in the order in which they are shown. */
export const OBSTACLES = [
  'funding',
  'policy',
  'authority',
  'cross_department',
  'already_under_way',
  'technical',
  'land',
  'other',
] as const;

/** What stood in the way, as an answer says it; several an answer. */
export interface Obstacle {
  proposal_id: string;
  department: string | null;
  kind: (typeof OBSTACLES)[number];
  /** The sentence of the answer that says so, as written. */
  evidence: string;
  /** By a rule of obstacles.yaml, or by the learned model where no rule speaks. */
  method: 'rule' | 'model';
  /** The model's probability for the sentence, in [0, 1]. */
  score: number;
  /** True when a person must look: only the model says so, or it gives the rule's sentence next to no chance. */
  review: boolean;
}

/** A matter that at least two proposals raise: a copy, a fragment or the same matter in other words, in any year. */
export interface Issue {
  /** YT-0001; in a workspace it stays for ever. */
  issue: string;
  name: string;
  named_by_hand: boolean;
  first_year: number | null;
  last_year: number | null;
  members: number;
}

/** One proposal of one issue; a proposal has one issue at most. */
export interface IssueMember {
  issue: string;
  proposal_id: string;
  /** True when a person's decision put it here and not the machine. */
  placed_by_hand: boolean;
}

/** One figure that a handling report states, with its place in the report. */
export interface ReportFact {
  source_file: string;
  /** 1-based number of the report within its file. */
  report: number;
  /** Whose report it is; null where it does not say. */
  reporting_unit: string | null;
  year: number | null;
  /** received, filed, lead, co, outcome_a … as in `lint --format json`. */
  metric: string;
  body: '政协' | '人大' | '合计';
  /** The report's own words for the figure. */
  label: string;
  value: number;
  /** 件, %, 个… as the report writes it. */
  unit: string;
  scope: string | null;
  /** The words that state it, and where they stand in the text as read (UTF-16 units). */
  evidence: string;
  evidence_start: number;
  evidence_end: number;
}
