-- 跟踪办理（件次）
-- 每条应答复承办的结论：答复时如何，后来如何，承诺兑现了没有。代码兼含多种情况（如“正在解决或列入计划”）而不能判定的为空。
-- grain: proposal_id, answer
-- proposal_id: 案件标识
-- answer: 该案第几个应答复单位
-- is_first: 是否第一应答复单位
-- counted: 是否计入比率
-- department: 承办单位
-- role: 承办方式
-- due_on: 应答复日期
-- complex_due_on: 复杂事项应答复日期
-- replied_on: 答复日期
-- days_to_reply: 答复用时（天）
-- is_late: 是否逾期
-- met: 是否面商
-- outcome_raw: 办理结果原文
-- outcome: 办理结果统一口径
-- outcome_final_raw: 调整后的办理结果原文
-- outcome_final: 调整后的办理结果统一口径
-- changed_on: 调整日期
-- solved: 是否解决采纳
-- adopted: 是否采纳；解决采纳、正在解决、列入计划
-- pending: 是否正在解决或列入计划
-- closed: 是否办结；未答复为否，结果（含调整）仍为正在解决或列入计划的为否
-- solved_final: 调整后是否解决采纳
-- followed: 台账是否设有跟踪栏
-- rounds: 评价轮次
-- result_first_raw: 首次评价原文
-- result_first: 首次评价
-- result_final_raw: 最终评价原文
-- result_final: 最终评价
-- attitude_first_raw: 首次态度评价原文
-- attitude_first: 首次态度评价
-- attitude_final_raw: 最终态度评价原文
-- attitude_final: 最终态度评价
-- rerated: 台账是否设有再次评价栏
-- rehandled: 是否再次办理；有再次评价或再次办理的记载
-- return_known: 台账是否记载退办
-- returned: 该案是否退办过
-- promises: 承诺事项
-- promises_due: 到期或已兑现的
-- promises_kept: 已兑现的
-- promises_open: 未到期的
-- promises_undated: 没有时限也未兑现的
-- promises_unknown: 台账没有兑现栏的
with
answers as (select * from mart.answers),
sources as (select proposal_id, source_file from raw.proposals),
promises as (select * from mart.promises),
events as (select * from raw.handling_events),
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
changes as (select distinct proposal_id, department from events where kind = 'grade_changed'),
again as (select distinct proposal_id, department from events where kind in ('re_handled', 'answered_again')),
kept as (
  select
    proposal_id,
    answer,
    count(*)::integer as promises,
    count(*) filter (where state in ('kept', 'kept_late', 'broken'))::integer as promises_due,
    count(*) filter (where state in ('kept', 'kept_late'))::integer as promises_kept,
    count(*) filter (where state = 'open')::integer as promises_open,
    count(*) filter (where state = 'undated')::integer as promises_undated,
    count(*) filter (where state = 'unknown')::integer as promises_unknown
  from promises
  group by proposal_id, answer
),
judged as (
  select
    *,
    case
      when is_within(outcome, 'solved') then true
      when is_apart(outcome, 'solved') then false
    end as solved,
    case
      when is_within(outcome, 'solved|in_progress|planned') then true
      when is_apart(outcome, 'solved|in_progress|planned') then false
    end as adopted,
    is_within(outcome, 'in_progress|planned') as pending,
    case
      when replied_on is null then false
      when is_apart(outcome_final, 'in_progress|planned') then true
      when is_within(outcome_final, 'in_progress|planned') then false
    end as closed,
    case
      when is_within(outcome_final, 'solved') then true
      when is_apart(outcome_final, 'solved') then false
    end as solved_final
  from answers
)
select
  j.proposal_id,
  j.answer,
  j.answer = 1 as is_first,
  j.counted,
  j.department,
  j.role,
  j.due_on,
  j.complex_due_on,
  j.replied_on,
  j.days_to_reply,
  j.is_late,
  j.met,
  j.outcome_raw,
  j.outcome,
  j.outcome_final_raw,
  j.outcome_final,
  j.changed_on,
  j.solved,
  j.adopted,
  j.pending,
  j.closed,
  j.solved_final,
  coalesce(l.followed, false) or g.proposal_id is not null as followed,
  j.rounds,
  j.result_first_raw,
  j.result_first,
  j.result_final_raw,
  j.result_final,
  j.attitude_first_raw,
  j.attitude_first,
  j.attitude_final_raw,
  j.attitude_final,
  coalesce(l.rerated, false) or j.rounds > 1 or a.proposal_id is not null as rerated,
  j.rounds > 1 or a.proposal_id is not null as rehandled,
  coalesce(l.return_known, false) or r.proposal_id is not null as return_known,
  r.proposal_id is not null as returned,
  coalesce(k.promises, 0) as promises,
  coalesce(k.promises_due, 0) as promises_due,
  coalesce(k.promises_kept, 0) as promises_kept,
  coalesce(k.promises_open, 0) as promises_open,
  coalesce(k.promises_undated, 0) as promises_undated,
  coalesce(k.promises_unknown, 0) as promises_unknown
from judged j
join sources s using (proposal_id)
left join ledgers l using (source_file)
left join changes g on g.proposal_id = j.proposal_id and g.department is not distinct from j.department
left join again a on a.proposal_id = j.proposal_id and a.department is not distinct from j.department
left join returns r on r.proposal_id = j.proposal_id
left join kept k on k.proposal_id = j.proposal_id and k.answer = j.answer
order by j.proposal_id, j.answer
