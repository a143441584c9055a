-- 评价分布
-- 首次与最终评价各一行；维度为办理结果。没有对应的说法原样单列。
-- grain: period, body, topic, round, rating_raw, rating
-- period: 年度或届次
-- body: 类别
-- topic: 主题代码
-- topic_name: 主题
-- round: 轮次；first 首次 final 最终
-- rating: 评价统一口径；没有对应的为空
-- rating_raw: 没有对应的原文；已对应的为空
-- ratings: 评价数
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
