-- 承办答复（件次）
-- 一件提案在一个应答复单位（主办、独办、分办、合办）为一行；会办单位只向主办提意见，不答复提案人，不在此表。
-- grain: proposal_id, answer
-- proposal_id: 案件标识
-- answer: 该案第几个应答复单位
-- year: 年度；不详为空
-- body: 类别；政协或人大
-- department: 承办单位；规范名称，台账未写为空
-- role: 承办方式；lead 主办 sole 独办 separate 分办 joint 合办
-- assigned_on: 交办日期
-- due_on: 应答复日期；台账未写时按口径从交办日推算
-- replied_on: 答复日期
-- days_to_reply: 答复用时（天）；从交办日起，没有交办日的从提交日起
-- is_late: 是否逾期；答复晚于应答复日，或到统计日仍未答复；无从判断为空
-- met: 是否面商
-- outcome_raw: 办理结果原文
-- outcome: 办理结果统一口径；口径没有对应的为空
-- result_first: 首次评价统一口径；办理结果维度
-- result_final: 最终评价统一口径；办理结果维度
-- attitude_final: 最终态度评价统一口径
with
proposals as (select * from raw.proposals),
handlings as (
  select *, row_number() over (partition by proposal_id order by rowid)::integer as answer
  from raw.handlings
  where role <> 'co'
),
deadlines as (select * from raw.profiles),
run as (select as_of from raw.runs),
ratings as (
  select
    proposal_id,
    department,
    arg_min(result, round) as result_first,
    arg_max(result, round) as result_final,
    arg_max(attitude, round) as attitude_final
  from raw.feedback
  group by proposal_id, department
),
dated as (
  select
    h.*,
    p.year,
    p.body,
    coalesce(h.due_on, (h.assigned_on + to_months(d.reply_months))::date) as due,
    coalesce(h.assigned_on, p.submitted_on) as started_on
  from handlings h
  join proposals p using (proposal_id)
  left join deadlines d on d.body is not distinct from p.body
)
select
  d.proposal_id,
  d.answer,
  d.year,
  d.body,
  d.department,
  d.role,
  d.assigned_on,
  d.due as due_on,
  d.replied_on,
  case when d.replied_on >= d.started_on then date_diff('day', d.started_on, d.replied_on)::integer end as days_to_reply,
  coalesce(d.replied_on, (select as_of from run)) > d.due as is_late,
  d.met,
  d.outcome_raw,
  d.outcome,
  r.result_first,
  r.result_final,
  r.attitude_final
from dated d
left join ratings r on r.proposal_id = d.proposal_id and r.department is not distinct from d.department
order by d.proposal_id, d.answer
