-- 逐件的办结再提与计划再提（件次） // Answers that said solved or planned, one by one: observed for 24 months, and raised again
-- 答复为解决采纳（或列入计划）的一件次一行：答复后是否已有 24 个月数据可看，24 个月内同一议题是否又被提出。
-- 合计见“办结再提与计划再提”表，不计哪些也在那里说明。
-- grain: proposal_id, answer
-- proposal_id: 案件标识 // proposal
-- answer: 该案第几个应答复单位 // number of the answering department within the proposal, from 1
-- outcome: 办理结果；solved 解决采纳 planned 列入计划 // outcome: solved or planned
-- department: 承办单位 // answering department
-- topic_name: 主题 // topic, first level
-- district: 地区 // district
-- is_merged: 是否并案；随被并的一件办理，不计 // merged into another proposal and handled with it; not counted
-- is_observed: 答复后是否已有 24 个月数据；没有的还看不出会不会再提，不计 // whether 24 months of data follow the answer; others are not counted
-- is_reopened: 24 个月内是否再提 // whether the same issue was raised again within 24 months
with
proposals as (select * from mart.proposals),
answers as (select * from mart.answers where outcome in ('solved', 'planned')),
members as (select * from mart.issue_members),
-- The data end with the last day that they speak of, but not after the last year whose proposals are there.
last_days as (
  select submitted_on as day from raw.proposals
  union all
  select unnest([assigned_on, replied_on]) from raw.handlings
),
data_end as (
  select least(
    (select max(day) from last_days),
    make_date((select max(year) from raw.proposals), 12, 31)
  ) as day, (select max(year) from raw.proposals) as year
),
raised_later as (
  select distinct a.proposal_id, a.answer
  from answers a
  join members e using (proposal_id)
  join members m on m.issue = e.issue and m.proposal_id <> e.proposal_id and not m.is_merged
  where case
    when m.submitted_on is not null and a.replied_on is not null
      then m.submitted_on > a.replied_on and m.submitted_on <= a.replied_on + interval 24 month
    else m.year - coalesce(year(a.replied_on), a.year) between 1 and 2
  end
)
select
  a.proposal_id,
  a.answer,
  a.outcome,
  a.department,
  p.topic_name,
  p.district,
  coalesce(p.filed = '并案', false) as is_merged,
  case
    when a.replied_on is not null then a.replied_on + interval 24 month <= (select day from data_end)
    else coalesce(a.year + 2 <= (select year from data_end), false)
  end as is_observed,
  l.proposal_id is not null as is_reopened
from answers a
join proposals p using (proposal_id)
left join raised_later l on l.proposal_id = a.proposal_id and l.answer = a.answer
order by a.proposal_id, a.answer
