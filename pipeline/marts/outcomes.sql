-- 办理结果分布 // Outcomes counted; codes that no profile maps stand alone
-- 按统一口径；口径没有对应的代码原样单列，不并入任何一类。
-- grain: period, body, topic, outcome_raw, outcome
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- outcome: 办理结果统一口径；没有对应的为空 // outcome in common terms; null where the profile has none
-- outcome_raw: 没有对应的原文；已对应的为空 // the words, where no profile maps them; null where one does
-- proposals: 件数 // proposals
with answered as (select * from mart.proposals where outcome_raw is not null)
select
  period,
  body,
  topic,
  topic_name,
  outcome,
  case when outcome is null then outcome_raw end as outcome_raw,
  count(*)::integer as proposals
from answered
group by all
order by period, body, topic, outcome, outcome_raw
