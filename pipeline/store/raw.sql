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
  detail varchar
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

-- The taxonomy of the run: one row per second-level topic, and one per first-level topic with subtopic null.
create table raw.topics (
  position integer not null,
  topic varchar not null,
  topic_name varchar not null,
  subtopic varchar,
  subtopic_name varchar,
  pillar varchar not null
);

-- One row per body (and one with body null): which profile its codes were read by.
create table raw.profiles (
  body varchar,
  profile varchar not null,
  profile_name varchar not null,
  reply_months integer
);

-- One row: how the run was made.
create table raw.runs (
  version varchar not null,
  name varchar,
  notice varchar,
  as_of date,
  remind_days integer not null
);
