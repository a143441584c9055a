-- 承办单位情况（件次） // Departments: one a year; answers, with co-handled ones counted apart
-- 一个单位一年一行，只计应答复的承办（主办、独办、分办、合办），会办单列件次。
-- grain: period, department
-- period: 年度或届次 // year, or session where there is no year
-- department: 承办单位；台账未写的不计 // department; without a name left out
-- answers: 应答复件次 // answers due from it
-- co: 会办件次 // co-handled
-- replied: 已答复件次 // answered
-- due: 有应答复期限件次 // answers with a due date
-- late: 其中逾期件次 // of due: late
-- median_days: 答复用时中位数（天） // median days to the answer
-- with_outcome: 办理结果可统计件次 // answers whose outcome a profile maps
-- solved: 其中已解决采纳件次 // of with_outcome: solved
-- rated: 有最终评价件次 // with a final rating
-- satisfied: 其中满意件次 // of rated: satisfied
-- basically: 其中基本满意件次 // of rated: basically satisfied
with
proposals as (select proposal_id, period from mart.proposals),
answers as (select * from mart.answers where department is not null),
own as (
  select
    p.period,
    a.department,
    count(*)::integer as answers,
    count(a.replied_on)::integer as replied,
    count(a.due_on)::integer as due,
    count(*) filter (where a.is_late)::integer as late,
    median(a.days_to_reply)::double as median_days,
    count(a.outcome)::integer as with_outcome,
    count(*) filter (where a.outcome = 'solved')::integer as solved,
    count(a.result_final)::integer as rated,
    count(*) filter (where a.result_final = 'satisfied')::integer as satisfied,
    count(*) filter (where a.result_final = 'basically')::integer as basically
  from answers a
  join proposals p using (proposal_id)
  group by p.period, a.department
),
co_handled as (
  select p.period, h.department, count(*)::integer as co
  from raw.handlings h
  join proposals p using (proposal_id)
  where h.role = 'co' and h.department is not null
  group by p.period, h.department
)
select
  coalesce(o.period, c.period) as period,
  coalesce(o.department, c.department) as department,
  coalesce(o.answers, 0) as answers,
  coalesce(c.co, 0) as co,
  coalesce(o.replied, 0) as replied,
  coalesce(o.due, 0) as due,
  coalesce(o.late, 0) as late,
  o.median_days,
  coalesce(o.with_outcome, 0) as with_outcome,
  coalesce(o.solved, 0) as solved,
  coalesce(o.rated, 0) as rated,
  coalesce(o.satisfied, 0) as satisfied,
  coalesce(o.basically, 0) as basically
from own o
full join co_handled c on c.period = o.period and c.department = o.department
order by 1, 3 desc, 2
