-- 反复提出的议题 // Issues: a matter that at least two proposals raise; grouped by machine, to be checked by a person before publication
-- 一个议题一行：至少两件提案或建议提的是同一件事。由机器归并，对外使用前须经人工核对（jianyan review）。比率和次数的口径见各列。
-- grain: issue
-- issue: 议题编号 // issue, its id
-- name: 议题名称 // name of the issue
-- named_by_hand: 名称是否人工改定 // whether a person gave the name
-- first_year: 首次年度 // first year
-- last_year: 最近年度 // last year
-- years: 提出的年度数 // number of years in which it was raised
-- year_list: 提出的年度 // years in which it was raised
-- longest_gap: 最长间隔（年）；相邻两个提出年度之差的最大值，只有一个年度的为空 // longest gap in years between two years next to each other; null for a single year
-- members: 件数 // proposals
-- raisings: 提出次数；同年并案的合为一次 // times it was raised; merged proposals of a year are one time
-- departments: 应答复单位；按首次出现先后 // answering departments, in the order in which they came
-- topics: 主题；件数多的在前 // topics, most frequent first
-- districts: 地区；件数多的在前 // districts, most frequent first
-- answered: 有办理结果的次数；口径有对应的 // raisings with an outcome that a profile maps
-- solved: 其中解决采纳的次数 // of answered: solved
-- outcomes_differ: 各次答复结果是否不同；不足两次有结果的为空，一个代码涵盖几种结果的只在没有交集时算不同 // whether the answers differ in outcome; null with fewer than two; codes that overlap do not differ
-- last_proposal: 最近一次的案件 // last proposal
-- last_outcome_raw: 最近一次的办理结果原文 // outcome of the last one, as written
-- last_outcome: 最近一次的办理结果统一口径 // outcome of the last one, in common terms
-- last_result: 最近一次的最终评价 // final rating of the last one
-- trend: 走势；growing 渐多 fading 渐少 steady 持平；数据最后两年与再前两年的提出次数相比，四年都没有再提的为渐少；总次数不足三次或数据不足四年的为空 // growing, fading or steady: the last two years of the data against the two before; null with fewer than three raisings or four years
-- after_solved: 办结再提次数；提出前 24 个月内同一议题有一件答复为解决采纳 // times it came back within 24 months of an answer that said solved
-- after_planned: 承诺未兑现次数；提出前同一议题最近一次答复为列入计划 // times it came back after the last answer had said planned
-- special_report: 反复提出未解决；在两个以上年度共提出三次以上，且最近一次没有答复为解决采纳 // raised three times or more, in two years or more, and not solved by the last answer
-- special_reason: 是否列入专报的依据 // why it belongs in a special report or not
with
members as (select * from mart.issue_members),
raisings as (select * from members where not is_merged),
span as (select max(year) as last_year, max(year) - min(year) + 1 as years from raw.proposals),
gaps as (
  select issue, max(gap)::integer as longest_gap
  from (
    select issue, year - lag(year) over (partition by issue order by year) as gap
    from (select distinct issue, year from members where year is not null)
  )
  group by issue
),
units as (
  select issue, string_agg(department, '、' order by first_seen, department) as departments
  from (
    select m.issue, a.department, min(struct_pack(raising := m.raising, answer := a.answer)) as first_seen
    from members m
    join mart.answers a using (proposal_id)
    where a.department is not null
    group by m.issue, a.department
  )
  group by issue
),
topics as (
  select issue, string_agg(topic_name, '、' order by n desc, topic_name) as topics
  from (select issue, topic_name, count(*) as n from members group by all)
  group by issue
),
districts as (
  select issue, string_agg(district, '、' order by n desc, district) as districts
  from (select issue, district, count(*) as n from members where district is not null group by all)
  group by issue
),
compared as (
  select a.issue, bool_or(len(list_intersect(a.outcomes, b.outcomes)) = 0) as outcomes_differ
  from (select issue, raising, string_split(outcome, '|') as outcomes from raisings where outcome is not null) a
  join (select issue, raising, string_split(outcome, '|') as outcomes from raisings where outcome is not null) b
    on b.issue = a.issue and b.raising > a.raising
  group by a.issue
),
counted as (
  select
    issue,
    count(distinct year)::integer as years,
    string_agg(distinct year::varchar, '、' order by year::varchar) as year_list,
    count(*)::integer as raisings,
    count(outcome)::integer as answered,
    count(*) filter (where outcome = 'solved')::integer as solved,
    count(*) filter (where after_solved)::integer as after_solved,
    count(*) filter (where after_planned)::integer as after_planned,
    count(*) filter (where year > s.last_year - 2)::integer as late,
    count(*) filter (where year between s.last_year - 3 and s.last_year - 2)::integer as before,
    any_value(s.years) as span_years
  from raisings
  cross join span s
  group by issue
),
latest as (
  select issue, proposal_id, outcome_raw, outcome, result_final
  from raisings
  qualify row_number() over (partition by issue order by raising desc) = 1
),
judged as (
  select
    c.*,
    l.* exclude (issue),
    c.years >= 2 and c.raisings >= 3 as is_repeated,
    -- Null: the code is unmapped, or covers solved and something else.
    case
      when l.outcome is null and l.outcome_raw is not null then null
      when l.outcome like '%solved%' and l.outcome <> 'solved' then null
      else l.outcome is not distinct from 'solved'
    end as is_solved
  from counted c
  join latest l using (issue)
)
select
  i.issue,
  i.name,
  i.named_by_hand,
  i.first_year,
  i.last_year,
  j.years,
  j.year_list,
  g.longest_gap,
  i.members,
  j.raisings,
  u.departments,
  t.topics,
  d.districts,
  j.answered,
  j.solved,
  o.outcomes_differ,
  j.proposal_id as last_proposal,
  j.outcome_raw as last_outcome_raw,
  j.outcome as last_outcome,
  j.result_final as last_result,
  case
    when j.raisings < 3 or j.span_years < 4 then null
    when j.late > j.before then 'growing'
    when j.late < j.before or j.late = 0 then 'fading'
    else 'steady'
  end as trend,
  j.after_solved,
  j.after_planned,
  j.is_repeated and not coalesce(j.is_solved, true) as special_report,
  case
    when not j.is_repeated then '提出不足三次，或都在同一年度'
    when j.is_solved is null then '最近一次的办理结果口径未列，无法判断'
    when j.is_solved then '最近一次已解决采纳'
    when j.outcome is null then '提出 ' || j.raisings || ' 次，最近一次未见办理结果'
    else '提出 ' || j.raisings || ' 次，最近一次仍未解决'
  end as special_reason
from raw.issues i
join judged j using (issue)
left join gaps g using (issue)
left join compared o using (issue)
left join units u using (issue)
left join topics t using (issue)
left join districts d using (issue)
order by special_report desc, j.raisings desc, i.issue
