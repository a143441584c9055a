-- 办理结果的调整（件次） // Changes of outcome after the answer: from what to what
-- 交办后调整过办理结果的，从什么改为什么；B 改 A 即 from 为正在解决、to 为解决采纳。口径没有对应的代码原样列出。
-- grain: period, body, from_outcome, from_raw, to_outcome, to_raw
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- from_outcome: 答复时的结果；统一口径 // outcome at the answer, in common terms
-- from_raw: 答复时没有对应的原文 // the words at the answer, where no profile maps them
-- to_outcome: 调整后的结果；统一口径 // outcome after the change, in common terms
-- to_raw: 调整后没有对应的原文 // the words after the change, where no profile maps them
-- answers: 件次 // answers
-- median_months: 从答复到调整的月数中位数；缺日期的不计 // median months from answer to change; without a date left out
with
changed as (select * from mart.answers where counted and outcome_final_raw is distinct from outcome_raw),
proposals as (select proposal_id, period, body from mart.proposals)
select
  p.period,
  p.body,
  c.outcome as from_outcome,
  case when c.outcome is null then coalesce(c.outcome_raw, '未填') end as from_raw,
  c.outcome_final as to_outcome,
  case when c.outcome_final is null then c.outcome_final_raw end as to_raw,
  count(*)::integer as answers,
  median(date_diff('day', c.replied_on, c.changed_on) / 30.4375)::double as median_months
from changed c
join proposals p using (proposal_id)
group by all
order by p.period, p.body, from_outcome, from_raw, to_outcome, to_raw
