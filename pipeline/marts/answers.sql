-- 承办答复（件次）
-- 一件提案在一个应答复单位（主办、独办、分办、合办）为一行；会办单位只向主办提意见，不答复提案人，不在此表。
-- grain: proposal_id, answer
-- proposal_id: 案件标识
-- answer: 该案第几个应答复单位
-- year: 年度；不详为空
-- body: 类别；政协或人大
-- department: 承办单位；规范名称，台账未写为空
-- role: 承办方式；lead 主办 sole 独办 separate 分办 joint 合办
-- counted: 是否计入比率；口径不计的承办方式和随主案答复的并案为否
-- assigned_on: 交办日期
-- due_on: 应答复日期；台账未写时按口径从交办日推算
-- complex_due_on: 复杂事项应答复日期；台账写了应答复日期的与之相同
-- return_due_on: 退办截止日期
-- feedback_due_on: 提案人反馈截止日期
-- rehandle_due_on: 再次办理截止日期；首次评价不满意的
-- replied_on: 答复日期
-- days_to_reply: 答复用时（天）；从交办日起，没有交办日的从提交日起
-- is_late: 是否逾期；答复晚于应答复日，或到统计日仍未答复；无从判断为空
-- met: 是否面商
-- outcome_raw: 办理结果原文
-- outcome: 办理结果统一口径；口径没有对应的为空
-- outcome_final_raw: 调整后的办理结果原文；没有调整过的同办理结果
-- outcome_final: 调整后的办理结果统一口径
-- changed_on: 最近一次调整办理结果的日期
-- rounds: 评价轮次
-- rated_on: 首次评价日期；办理结果维度
-- result_first_raw: 首次评价原文；办理结果维度
-- result_first: 首次评价统一口径；办理结果维度
-- result_final_raw: 最终评价原文；办理结果维度
-- result_final: 最终评价统一口径；办理结果维度
-- attitude_first_raw: 首次态度评价原文
-- attitude_first: 首次态度评价统一口径
-- attitude_final_raw: 最终态度评价原文
-- attitude_final: 最终态度评价统一口径
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
    last({'raw': detail, 'outcome': outcome, 'day': happened_on} order by happened_on nulls first, rowid) as change
  from raw.handling_events
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
  coalesce(r.rounds, 0) as rounds,
  r.result_first.day as rated_on,
  r.result_first.raw as result_first_raw,
  r.result_first.rating as result_first,
  r.result_final.raw as result_final_raw,
  r.result_final.rating as result_final,
  r.attitude_first.raw as attitude_first_raw,
  r.attitude_first.rating as attitude_first,
  r.attitude_final.raw as attitude_final_raw,
  r.attitude_final.rating as attitude_final
from handlings h
join proposals p using (proposal_id)
join deadlines d on d.proposal_id = h.proposal_id and d.handling = h.handling
join profiles f on f.body is not distinct from p.body and f.year is not distinct from p.year
left join ratings r on r.proposal_id = h.proposal_id and r.department is not distinct from h.department
left join changes c on c.proposal_id = h.proposal_id and c.department is not distinct from h.department
order by h.proposal_id, h.answer
