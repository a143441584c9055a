-- 议题案件 // Proposals of issues: which raising, and what was answered before
-- 议题中的一件提案或建议一行。同年并案的与所并入的合为一次提出；办理结果取第一个应答复单位的，事后改级不计。
-- 先后和间隔按提交日和答复日计；缺提交日的按年度计，答复年度早于提出年度的算在先，相差不超过两年的算 24 个月内。
-- grain: proposal_id
-- issue: 议题编号 // issue, its id
-- name: 议题名称 // name of the issue
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- raising: 第几次提出；按年度和提交日先后，并案的与同年被并的同为一次 // which time the issue was raised, by year and day; merged proposals of a year are one time
-- is_merged: 是否并案；并入同年同议题的另一件，不另计一次 // merged into another of the same year and issue: no raising of its own
-- year: 年度 // year
-- body: 类别；政协或人大 // whose: 政协 or 人大
-- title: 标题 // title
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- departments: 应答复单位；多个用、分隔 // answering departments, joined by 、
-- district: 地区 // district
-- submitted_on: 提交日期 // date of submission
-- replied_on: 答复日期 // date of the answer
-- outcome_raw: 办理结果原文 // outcome as written
-- outcome: 办理结果统一口径；口径没有对应的为空 // outcome in common terms; null where the profile has none
-- result_final: 最终评价 // final rating
-- previous: 上一次提出的案件 // proposal of the raising before
-- days_since_previous: 距上一次提出（天）；缺提交日期的为空 // days since the raising before; null without dates
-- years_since_previous: 距上一次提出（年）；按年度相减 // years since the raising before, year minus year
-- previous_outcome: 上一次的办理结果 // outcome of the raising before
-- after_solved: 办结再提；提出前 24 个月内同一议题有一件答复为解决采纳，并案的不计 // raised again within 24 months of an answer that said solved; merged ones do not count
-- after_planned: 承诺未兑现；提出前同一议题最近一次答复为列入计划，并案的不计 // the last answer before it said planned; merged ones do not count
-- placed_by_hand: 是否人工归入 // whether a person put it here
with
proposals as (select * from mart.proposals),
members as (
  select
    i.issue,
    i.name,
    m.placed_by_hand,
    p.*,
    r.submitted_on,
    coalesce(p.filed = '并案', false)
      and bool_or(p.filed is distinct from '并案') over (partition by i.issue, p.year) as is_merged
  from raw.issue_members m
  join raw.issues i using (issue)
  join proposals p using (proposal_id)
  join raw.proposals r using (proposal_id)
),
numbered as (
  select
    *,
    (sum((not is_merged)::integer) over (
      partition by issue
      order by year nulls last, is_merged, submitted_on nulls last, proposal_id
      rows unbounded preceding
    ))::integer as raising
  from members
),
raisings as (select * from numbered where not is_merged),
-- Each raising with every answer of its issue that was there before it: by days where both are known, else by years.
answered_before as (
  select
    m.proposal_id,
    e.outcome,
    coalesce(e.replied_on, make_date(e.year, 12, 31)) as answered_on,
    case
      when m.submitted_on is not null and e.replied_on is not null
        then m.submitted_on <= e.replied_on + interval 24 month
      else m.year - coalesce(year(e.replied_on), e.year) <= 2
    end as within_24_months
  from raisings m
  join numbered e on e.issue = m.issue and e.outcome is not null and e.proposal_id <> m.proposal_id
  where case
    when m.submitted_on is not null and e.replied_on is not null then e.replied_on < m.submitted_on
    else coalesce(year(e.replied_on), e.year) < m.year
  end
),
history as (
  select
    proposal_id,
    bool_or(outcome = 'solved' and within_24_months) as after_solved,
    arg_max(outcome, answered_on) = 'planned' as after_planned
  from answered_before
  group by proposal_id
)
select
  m.issue,
  m.name,
  m.proposal_id,
  m.raising,
  m.is_merged,
  m.year,
  m.body,
  m.title,
  m.topic,
  m.topic_name,
  m.departments,
  m.district,
  m.submitted_on,
  m.replied_on,
  m.outcome_raw,
  m.outcome,
  m.result_final,
  b.proposal_id as previous,
  date_diff('day', b.submitted_on, m.submitted_on)::integer as days_since_previous,
  (m.year - b.year)::integer as years_since_previous,
  b.outcome as previous_outcome,
  coalesce(h.after_solved, false) as after_solved,
  coalesce(h.after_planned, false) as after_planned,
  m.placed_by_hand
from numbered m
left join raisings b on b.issue = m.issue and b.raising = m.raising - 1
left join history h on h.proposal_id = m.proposal_id
order by m.issue, m.raising, m.is_merged, m.proposal_id
