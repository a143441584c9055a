-- 评价分布 // Ratings of the result counted, first and final; words that no profile maps stand alone
-- 首次与最终评价各一行；维度为办理结果。没有对应的说法原样单列。
-- grain: period, body, topic, round, rating_raw, rating
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- round: 轮次；first 首次 final 最终 // first or final
-- rating: 评价统一口径；没有对应的为空 // rating in common terms; null where the profile has none
-- rating_raw: 没有对应的原文；已对应的为空 // the words, where no profile maps them; null where one does
-- ratings: 评价数 // ratings
with
proposals as (select * from mart.proposals),
feedback as (select * from raw.feedback where result_raw is not null),
rounds as (
  select *, round = min(round) over w as is_first, round = max(round) over w as is_final
  from feedback
  window w as (partition by proposal_id, department)
),
both_rounds as (
  select 'first' as round_name, * from rounds where is_first
  union all
  select 'final' as round_name, * from rounds where is_final
)
select
  p.period,
  p.body,
  p.topic,
  p.topic_name,
  f.round_name as round,
  f.result as rating,
  case when f.result is null then f.result_raw end as rating_raw,
  count(*)::integer as ratings
from both_rounds f
join proposals p using (proposal_id)
group by all
order by period, body, topic, round, rating, rating_raw
