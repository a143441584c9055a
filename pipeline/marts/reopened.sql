-- 办结再提与计划再提（件次） // Raised again within 24 months of an answer that said solved or planned; only answers with 24 months of data after them count
-- 答复为解决采纳（或列入计划）后 24 个月内，同一议题是否又被提出。分母只计答复后已有 24 个月数据的答复：
-- 答复太近的还看不出会不会再提，计入只会使比率偏低，因此单列不计；并案的随被并的一件办理，也不计。
-- 议题由机器归并，漏并会使再提率偏低，错并会使它偏高；对外使用前须经人工核对（jianyan review）。
-- grain: outcome, dimension, value
-- outcome: 办理结果；solved 解决采纳 planned 列入计划 // outcome: solved or planned
-- dimension: 维度；全部、主题、承办单位或地区 // dimension: all, topic, department or district, in Chinese
-- value: 取值 // value of the dimension
-- answers: 答复件次；该办理结果的全部答复，一件由几个单位答复的各计一次 // answers with this outcome
-- merged: 其中并案不计 // of answers: merged, left out
-- too_recent: 其中答复后不足 24 个月不计 // of answers: less than 24 months of data after them, left out
-- observed: 可观察件次；再提率的分母，答复件次减去以上两项 // denominator: answers less the two before
-- reopened: 其中 24 个月内再提件次；再提率的分子 // numerator: raised again within 24 months
with
judged as (select * from mart.reopened_answers),
spread as (
  select '全部' as dimension, '全部' as value, * from judged
  union all
  select '主题', topic_name, * from judged
  union all
  select '承办单位', department, * from judged where department is not null
  union all
  select '地区', district, * from judged where district is not null
)
select
  outcome,
  dimension,
  value,
  count(*)::integer as answers,
  count(*) filter (where is_merged)::integer as merged,
  count(*) filter (where not is_merged and not is_observed)::integer as too_recent,
  count(*) filter (where not is_merged and is_observed)::integer as observed,
  count(*) filter (where not is_merged and is_observed and is_reopened)::integer as reopened
from spread
group by outcome, dimension, value
order by
  outcome desc,
  list_position(['全部', '主题', '承办单位', '地区'], dimension),
  reopened desc,
  observed desc,
  value
