-- 不满意后的再次办理（件次） // Handled again: one answer whose first rating was dissatisfied, and what came after
-- 首次评价不满意的每件一行：按什么期限再次办理，后来怎样评价。
-- grain: proposal_id, answer
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- answer: 该案第几个应答复单位 // number of the answering department within the proposal
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- department: 承办单位 // department
-- refused_on: 首次评价日期 // date of the first rating
-- due_on: 再次办理截止日期；按口径推算 // last day of handling again, by the profile
-- rehandled: 是否再次办理；台账没有再次评价栏的为空 // whether handled again; null where the ledger has no second rating
-- rerated_on: 再次评价日期 // date of the second rating
-- is_late: 再次评价是否晚于截止日期；无从判断为空 // whether the second rating came after the last day; null when it cannot be told
-- result_final: 再次评价 // second rating
with
answers as (select * from mart.answers where counted and result_first = 'dissatisfied'),
proposals as (select proposal_id, period from mart.proposals),
later as (
  select proposal_id, department, arg_max(returned_on, round) as rerated_on
  from raw.feedback
  where round > 1
  group by proposal_id, department
)
select
  a.proposal_id,
  a.answer,
  p.period,
  a.body,
  a.department,
  a.rated_on as refused_on,
  a.rehandle_due_on as due_on,
  case when a.rerated then a.rehandled end as rehandled,
  l.rerated_on,
  l.rerated_on > a.rehandle_due_on as is_late,
  case when a.rehandled then a.result_final end as result_final
from answers a
join proposals p using (proposal_id)
left join later l on l.proposal_id = a.proposal_id and l.department is not distinct from a.department
order by a.proposal_id, a.answer
