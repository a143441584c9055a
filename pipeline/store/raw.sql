-- The rows of pipeline/rows.ts as they came out of the ledgers. Marts read these; nobody writes them after load.
create schema raw;

create table raw.proposals (
  proposal_id varchar primary key,
  body varchar,
  level varchar,
  session varchar,
  year integer,
  number varchar,
  title varchar not null,
  text varchar,
  problem varchar,
  analysis varchar,
  suggestion varchar,
  proposer varchar,
  proposer_type varchar,
  sector varchar,
  district varchar,
  category varchar,
  submitted_on date,
  filed varchar,
  merged_into varchar,
  key_proposal boolean,
  disclosure varchar,
  source_file varchar not null,
  source_row integer not null
);

create table raw.handlings (
  proposal_id varchar not null,
  department varchar,
  department_raw varchar,
  role varchar not null,
  assigned_on date,
  due_on date,
  replied_on date,
  met_on date,
  met boolean,
  outcome_raw varchar,
  outcome varchar,
  reply_text varchar
);

create table raw.handling_events (
  proposal_id varchar not null,
  department varchar,
  kind varchar not null,
  happened_on date,
  detail varchar,
  outcome varchar
);

create table raw.feedback (
  proposal_id varchar not null,
  department varchar,
  round integer not null,
  attitude_raw varchar,
  attitude varchar,
  result_raw varchar,
  result varchar,
  returned_on date
);

create table raw.commitments (
  proposal_id varchar not null,
  department varchar,
  item varchar not null,
  due_on date,
  fulfilled_on date,
  source varchar not null
);

create table raw.obstacles (
  proposal_id varchar not null,
  department varchar,
  kind varchar not null,
  evidence varchar not null,
  method varchar not null,
  score double not null,
  review boolean not null
);

-- The kinds of obstacle of obstacles.yaml, in the order in which they are shown.
create table raw.obstacle_kinds (
  position integer not null,
  kind varchar not null,
  kind_name varchar not null
);

create table raw.suggestion_answers (
  proposal_id varchar not null,
  item integer not null,
  suggestion varchar not null,
  answered varchar not null,
  evidence varchar,
  score double not null
);

create table raw.extras (
  proposal_id varchar not null,
  source_file varchar not null,
  sheet varchar,
  source_row integer not null,
  "column" varchar not null,
  value varchar not null
);

create table raw.rejects (
  file varchar not null,
  sheet varchar,
  row integer not null,
  "column" varchar,
  value varchar,
  reason varchar not null,
  scope varchar not null
);

create table raw.classifications (
  proposal_id varchar not null,
  rank integer not null,
  topic varchar not null,
  subtopic varchar,
  score double not null,
  words varchar not null,
  method varchar not null,
  review boolean not null
);

create table raw.routes (
  proposal_id varchar not null,
  rank integer not null,
  department varchar not null,
  role varchar not null,
  score double not null,
  reason varchar not null,
  review boolean not null
);

-- One row per pair of proposals that resemble each other, a < b: copy, fragment, same or kin.
create table raw.links (
  a varchar not null,
  b varchar not null,
  relation varchar not null,
  score double not null,
  evidence varchar not null
);

create table raw.issues (
  issue varchar primary key,
  name varchar not null,
  named_by_hand boolean not null,
  first_year integer,
  last_year integer,
  members integer not null
);

create table raw.issue_members (
  issue varchar not null,
  proposal_id varchar not null,
  placed_by_hand boolean not null
);

-- The taxonomy of the run: one row per second-level topic, and one per first-level topic with subtopic null.
create table raw.topics (
  position integer not null,
  topic varchar not null,
  topic_name varchar not null,
  subtopic varchar,
  subtopic_name varchar,
  pillar varchar not null,
  retired date
);

-- The departments that names were matched with.
create table raw.departments (
  department varchar primary key,
  level varchar not null
);

-- One row per body and year that occurs: which profile its codes were read by.
create table raw.profiles (
  body varchar,
  year integer,
  profile varchar not null,
  profile_name varchar not null,
  valid_from date not null,
  valid_to date,
  -- Ratings that are 满意, and those with 基本满意; roles that count: joined by |
  strict varchar not null,
  broad varchar not null,
  counted varchar not null,
  merged varchar not null,
  -- Whether a deadline counts working days.
  working_days boolean not null
);

-- One row per handling, numbered within its proposal in the order of raw.handlings.
create table raw.deadlines (
  proposal_id varchar not null,
  handling integer not null,
  due_on date,
  complex_due_on date,
  return_due_on date,
  feedback_due_on date,
  rehandle_due_on date
);

-- Which fields a ledger has a column for.
create table raw.ledger_fields (
  source_file varchar not null,
  field varchar not null
);

-- data/metrics.yaml: the metrics, and which columns of mart.cube each is added from.
create table raw.metrics (
  metric varchar not null,
  position integer not null,
  name varchar not null,
  unit varchar,
  quantile double,
  formula varchar not null,
  note varchar,
  source varchar not null
);

create table raw.metric_parts (
  metric varchar not null,
  part varchar not null,
  position integer not null,
  measure varchar not null,
  why varchar
);

-- One row: how the run was made.
create table raw.runs (
  version varchar not null,
  name varchar,
  notice varchar,
  as_of date,
  remind_days integer not null,
  -- Last year whose public holidays are known.
  calendar_until integer not null,
  -- For whom its outputs are: internal or leadership; a public run has no schema raw.
  audience varchar not null
);

-- What people decided in the 分办台, one row per line of reviews.csv; topics as ids.
create table raw.reviews (
  proposal_id varchar not null,
  title varchar not null,
  reviewed_on date,
  reviewer varchar,
  machine_topic varchar,
  machine_topic_score double,
  machine_lead varchar,
  machine_lead_score double,
  machine_review boolean,
  topic varchar,
  subtopic varchar,
  lead varchar,
  co varchar,
  corrected boolean not null,
  note varchar,
  last boolean not null
);

-- Figures that handling reports state, each with its words.
create table raw.report_facts (
  source_file varchar not null,
  report integer not null,
  reporting_unit varchar,
  year integer,
  metric varchar not null,
  body varchar not null,
  label varchar not null,
  value double not null,
  unit varchar not null,
  scope varchar,
  evidence varchar not null,
  evidence_start integer not null,
  evidence_end integer not null
);
