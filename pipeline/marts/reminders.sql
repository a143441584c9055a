-- 催办清单 // Reminders: answers and promises that are overdue or due soon on the reference day
-- 截至统计日尚未答复而已逾期或将到期的承办，和到期未见兑现或将到期的承诺事项。没有时限的不在此表。
-- grain: reminder
-- reminder: 序号 // running number
-- kind: 类型代码；overdue 逾期未答复 due_soon 即将到期 promise_overdue 承诺到期未见兑现 promise_due_soon 承诺即将到期 // overdue, due_soon, promise_overdue, promise_due_soon
-- kind_name: 类型 // kind, Chinese name
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- title: 标题 // title
-- department: 承办单位；规范名称，台账未写为空 // department, canonical name; null when the ledger names none
-- assigned_on: 交办日期 // date of assignment
-- due_on: 答复期限；台账未写时按口径推算 // due date; by the profile where the ledger gives none
-- days_left: 剩余天数；到统计日，负数为已逾期天数 // days left on the reference day; negative when overdue
-- item: 承诺事项；台账或答复原文所写 // what was promised, as the ledger or the answer words it
-- item_due_on: 承诺时限 // day by which it was promised
-- source: 承诺出处；ledger 台账所记 answer 答复原文读出，是否兑现台账没有记，请核对 // ledger, or answer: read out of the text, no ledger says whether it was kept
with
run as (select as_of, remind_days from raw.runs),
proposals as (select proposal_id, title from raw.proposals),
answers as (select * from mart.answers),
handled as (
  select proposal_id, department, min(assigned_on) as assigned_on, min(due_on) as due_on
  from answers
  group by proposal_id, department
),
unanswered as (
  select proposal_id, department, assigned_on, due_on, due_on as day, null as item, null::date as item_due_on, null as source
  from answers
  where replied_on is null and due_on is not null
),
promised as (
  select c.proposal_id, c.department, h.assigned_on, h.due_on, c.due_on as day, c.item, c.due_on as item_due_on, c.source
  from raw.commitments c
  left join handled h on h.proposal_id = c.proposal_id and h.department is not distinct from c.department
  where c.fulfilled_on is null and c.due_on is not null
),
open as (
  select o.*, date_diff('day', r.as_of, o.day)::integer as days_left
  from (select * from unanswered union all select * from promised) o, run r
  where o.day <= r.as_of + r.remind_days
),
named as (
  select
    *,
    case
      when item is null and days_left < 0 then 'overdue'
      when item is null then 'due_soon'
      when days_left < 0 then 'promise_overdue'
      else 'promise_due_soon'
    end as kind
  from open
)
select
  row_number() over (order by n.department nulls last, n.item is not null, n.days_left, n.proposal_id, n.item)::integer as reminder,
  n.kind,
  case n.kind
    when 'overdue' then '逾期未答复'
    when 'due_soon' then '即将到期'
    when 'promise_overdue' then '承诺到期未见兑现'
    else '承诺即将到期'
  end as kind_name,
  n.proposal_id,
  p.title,
  n.department,
  n.assigned_on,
  n.due_on,
  n.days_left,
  n.item,
  n.item_due_on,
  n.source
from named n
join proposals p using (proposal_id)
order by reminder
