-- 承办答复（件次） // Answers: one proposal at one department that must answer it; co-handlers advise the lead and are not here
-- 一件提案在一个应答复单位（主办、独办、分办、合办）为一行；会办单位只向主办提意见，不答复提案人，不在此表。
-- grain: proposal_id, answer
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- answer: 该案第几个应答复单位 // number of the answering department within the proposal, from 1
-- year: 年度；不详为空 // year; null when unknown
-- body: 类别；政协或人大 // whose: 政协 or 人大
-- department: 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
-- role: 承办方式；lead 主办 sole 独办 separate 分办 joint 合办 // role: lead, sole, separate, joint
-- counted: 是否计入比率；口径不计的承办方式和随主案答复的并案为否 // whether it counts in rates; false for roles that the profile leaves out and for merged proposals answered with the main one
-- assigned_on: 交办日期 // date of assignment
-- due_on: 应答复日期；台账未写时按口径从交办日推算 // due date; by the profile from the assignment where the ledger gives none
-- complex_due_on: 复杂事项应答复日期；台账写了应答复日期的与之相同 // due date of a complex matter; the ledger’s own where it gives one
-- return_due_on: 退办截止日期 // last day on which the department may return the proposal
-- feedback_due_on: 提案人反馈截止日期 // last day of the proposer’s feedback
-- rehandle_due_on: 再次办理截止日期；首次评价不满意的 // last day of handling again, where the first rating was dissatisfied
-- replied_on: 答复日期 // date of the answer
-- days_to_reply: 答复用时（天）；从交办日起，没有交办日的从提交日起 // days to the answer, from assignment, else from submission
-- is_late: 是否逾期；答复晚于应答复日，或到统计日仍未答复；无从判断为空 // answered after the due date, or not answered by the reference day; null when it cannot be told
-- met: 是否面商 // whether the proposer was met
-- outcome_raw: 办理结果原文 // outcome as written
-- outcome: 办理结果统一口径；口径没有对应的为空 // outcome in common terms; null where the profile has none
-- outcome_final_raw: 调整后的办理结果原文；没有调整过的同办理结果 // outcome after changes, as written; the outcome where none was changed
-- outcome_final: 调整后的办理结果统一口径 // outcome after changes, in common terms
-- changed_on: 最近一次调整办理结果的日期 // date of the last change of outcome
-- solved: 是否解决采纳；代码兼含多种情况（如“正在解决或列入计划”）而不能判定的为空，下同 // whether solved; null where the code covers both, as in the next columns
-- adopted: 是否采纳；解决采纳、正在解决、列入计划 // whether adopted: solved, in progress or planned
-- pending: 是否正在解决或列入计划 // whether in progress or planned
-- solved_final: 调整后是否解决采纳 // whether solved after changes
-- closed: 是否办结；未答复为否，结果（含调整）仍为正在解决或列入计划的为否 // whether closed: answered, and the outcome (changes included) is neither in progress nor planned
-- followed: 台账是否设有跟踪栏 // whether the ledger has columns for following up
-- rounds: 评价轮次 // rounds of rating
-- rated_on: 首次评价日期；办理结果维度 // date of the first rating of the result
-- result_first_raw: 首次评价原文；办理结果维度 // first rating of the result, as written
-- result_first: 首次评价统一口径；办理结果维度 // first rating of the result, in common terms
-- result_final_raw: 最终评价原文；办理结果维度 // final rating of the result, as written
-- result_final: 最终评价统一口径；办理结果维度 // final rating of the result, in common terms
-- attitude_first_raw: 首次态度评价原文 // first rating of the attitude, as written
-- attitude_first: 首次态度评价统一口径 // first rating of the attitude, in common terms
-- attitude_final_raw: 最终态度评价原文 // final rating of the attitude, as written
-- attitude_final: 最终态度评价统一口径 // final rating of the attitude, in common terms
-- rerated: 台账是否设有再次评价栏 // whether the ledger has columns for a second rating
-- rehandled: 是否再次办理；有再次评价或再次办理的记载 // whether handled again: a second rating or an entry says so
-- return_known: 台账是否记载退办 // whether the ledger records returns
-- returned: 该案是否退办过 // whether the proposal was ever returned
with
proposals as (select * from raw.proposals),
numbered as (
  select *, row_number() over (partition by proposal_id order by rowid)::integer as handling
  from raw.handlings
),
handlings as (
  select *, row_number() over (partition by proposal_id order by handling)::integer as answer
  from numbered
  where role <> 'co'
),
deadlines as (select * from raw.deadlines),
profiles as (select * from raw.profiles),
run as (select as_of from raw.runs),
events as (select *, rowid as entry from raw.handling_events),
ledgers as (
  select
    source_file,
    bool_or(field = 'later_outcome') as followed,
    bool_or(field in ('result_2', 'attitude_2')) as rerated,
    bool_or(field in ('returned_on', 'returned_from')) as return_known
  from raw.ledger_fields
  group by source_file
),
returns as (select distinct proposal_id from events where kind = 'returned'),
again as (select distinct proposal_id, department from events where kind in ('re_handled', 'answered_again')),
ratings as (
  select
    proposal_id,
    department,
    count(*)::integer as rounds,
    arg_min({'raw': result_raw, 'rating': result, 'day': returned_on}, round) filter (where result_raw is not null) as result_first,
    arg_max({'raw': result_raw, 'rating': result}, round) filter (where result_raw is not null) as result_final,
    arg_min({'raw': attitude_raw, 'rating': attitude}, round) filter (where attitude_raw is not null) as attitude_first,
    arg_max({'raw': attitude_raw, 'rating': attitude}, round) filter (where attitude_raw is not null) as attitude_final
  from raw.feedback
  group by proposal_id, department
),
changes as (
  select
    proposal_id,
    department,
    last({'raw': detail, 'outcome': outcome, 'day': happened_on} order by happened_on nulls first, entry) as change
  from events
  where kind = 'grade_changed' and detail is not null
  group by proposal_id, department
)
select
  h.proposal_id,
  h.answer,
  p.year,
  p.body,
  h.department,
  h.role,
  list_contains(string_split(f.counted, '|'), h.role)
    and not (f.merged = '随主案答复' and (p.merged_into is not null or p.filed is not distinct from '并案')) as counted,
  h.assigned_on,
  d.due_on,
  d.complex_due_on,
  d.return_due_on,
  d.feedback_due_on,
  d.rehandle_due_on,
  h.replied_on,
  case
    when h.replied_on >= coalesce(h.assigned_on, p.submitted_on)
    then date_diff('day', coalesce(h.assigned_on, p.submitted_on), h.replied_on)::integer
  end as days_to_reply,
  coalesce(h.replied_on, (select as_of from run)) > d.due_on as is_late,
  h.met,
  h.outcome_raw,
  h.outcome,
  coalesce(c.change.raw, h.outcome_raw) as outcome_final_raw,
  case when c.change is null then h.outcome else c.change.outcome end as outcome_final,
  c.change.day as changed_on,
  case
    when is_within(h.outcome, 'solved') then true
    when is_apart(h.outcome, 'solved') then false
  end as solved,
  case
    when is_within(h.outcome, 'solved|in_progress|planned') then true
    when is_apart(h.outcome, 'solved|in_progress|planned') then false
  end as adopted,
  is_within(h.outcome, 'in_progress|planned') as pending,
  case
    when is_within(outcome_final, 'solved') then true
    when is_apart(outcome_final, 'solved') then false
  end as solved_final,
  case
    when h.replied_on is null then false
    when is_apart(outcome_final, 'in_progress|planned') then true
    when is_within(outcome_final, 'in_progress|planned') then false
  end as closed,
  coalesce(l.followed, false) or c.change is not null as followed,
  coalesce(r.rounds, 0) as rounds,
  r.result_first.day as rated_on,
  r.result_first.raw as result_first_raw,
  r.result_first.rating as result_first,
  r.result_final.raw as result_final_raw,
  r.result_final.rating as result_final,
  r.attitude_first.raw as attitude_first_raw,
  r.attitude_first.rating as attitude_first,
  r.attitude_final.raw as attitude_final_raw,
  r.attitude_final.rating as attitude_final,
  coalesce(l.rerated, false) or coalesce(r.rounds, 0) > 1 or a.proposal_id is not null as rerated,
  coalesce(r.rounds, 0) > 1 or a.proposal_id is not null as rehandled,
  coalesce(l.return_known, false) or b.proposal_id is not null as return_known,
  b.proposal_id is not null as returned
from handlings h
join proposals p using (proposal_id)
join deadlines d on d.proposal_id = h.proposal_id and d.handling = h.handling
join profiles f on f.body is not distinct from p.body and f.year is not distinct from p.year
left join ledgers l using (source_file)
left join returns b on b.proposal_id = h.proposal_id
left join again a on a.proposal_id = h.proposal_id and a.department is not distinct from h.department
left join ratings r on r.proposal_id = h.proposal_id and r.department is not distinct from h.department
left join changes c on c.proposal_id = h.proposal_id and c.department is not distinct from h.department
order by h.proposal_id, h.answer
