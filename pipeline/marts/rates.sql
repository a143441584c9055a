-- 比率（按指标口径） // Rates of all metrics by dimension; year, body, topic, proposer type and district count proposals, department and role count answers
-- 指标方各维度的合计与指标口径相乘而得。年度、类别、主题、提案人类别、地区按件；承办单位、承办方式按件次。
-- grain: metric, period, body, dimension, value
-- metric: 指标代码；定义见指标口径表 // metric, its id as in metrics
-- name: 指标 // metric, Chinese name
-- period: 年度或届次；各年合计为“全部” // year or session; 全部 over all years
-- body: 类别；合计为“全部”，类别不详为“不详” // 政协 or 人大; 全部 for both, 不详 where unknown
-- dimension: 维度；total 合计 topic 主题 department 承办单位 proposer_type 提案人类别 district 地区 role 承办方式 // dimension: total, topic, department, proposer_type, district, role
-- value: 维度的值；合计为“全部”，不详为“不详” // value of the dimension; 全部 for the total, 不详 where unknown
-- unit: 计数单位；件、件次或项 // unit of counting: 件, 件次 or 项
-- numerator: 分子 // numerator
-- denominator: 分母 // denominator
-- excluded: 不计 // left out
-- excluded_why: 不计的原因和数目 // why left out, with numbers
-- rate: 比率；0–1，分母为 0 的为空 // rate, 0–1; null when the denominator is 0
-- low: 95% 区间下限；0–1，Wilson 区间 // lower end of the 95 % Wilson interval, 0–1
-- high: 95% 区间上限；0–1，Wilson 区间 // upper end of the 95 % Wilson interval, 0–1
with
cube as (select * exclude (year, topic_name) from mart.cube),
metrics as (select * from raw.metrics where quantile is null),
parts as (select * from raw.metric_parts where part <> 'population'),
sums as (
  select
    is_first,
    case when grouping(period) = 1 then '全部' else period end as period,
    case when grouping(body) = 1 then '全部' else coalesce(body, '不详') end as body,
    case
      when grouping(topic) = 0 then 'topic'
      when grouping(department) = 0 then 'department'
      when grouping(proposer_type) = 0 then 'proposer_type'
      when grouping(district) = 0 then 'district'
      when grouping(role) = 0 then 'role'
      else 'total'
    end as dimension,
    case
      when grouping(topic) = 0 then topic
      when grouping(department) = 0 then department
      when grouping(proposer_type) = 0 then proposer_type
      when grouping(district) = 0 then district
      when grouping(role) = 0 then role
      else '全部'
    end as value,
    sum(columns(* exclude (is_first, period, body, topic, department, proposer_type, district, role)))::integer
  from cube
  group by grouping sets (
    (is_first), (is_first, period), (is_first, body), (is_first, period, body),
    (is_first, topic), (is_first, period, topic),
    (is_first, department), (is_first, period, department),
    (is_first, proposer_type), (is_first, period, proposer_type),
    (is_first, district), (is_first, period, district),
    (is_first, role), (is_first, period, role)
  )
),
long as (from sums unpivot (amount for measure in (columns(* exclude (is_first, period, body, dimension, value))))),
applied as (
  select
    l.period,
    l.body,
    l.dimension,
    coalesce(l.value, '不详') as value,
    p.metric,
    p.part,
    p.position,
    p.why,
    coalesce(m.unit, case when l.dimension in ('department', 'role') then '件次' else '件' end) as unit,
    sum(l.amount)::integer as amount
  from long l
  join parts p using (measure)
  join metrics m using (metric)
  where l.is_first or m.unit = '项' or (m.unit is null and l.dimension in ('department', 'role'))
  group by all
),
counted as (
  select
    metric,
    period,
    body,
    dimension,
    value,
    unit,
    coalesce(sum(amount) filter (where part = 'numerator'), 0)::integer as numerator,
    coalesce(sum(amount) filter (where part = 'denominator'), 0)::integer as denominator,
    coalesce(sum(amount) filter (where part = 'excluded'), 0)::integer as excluded,
    string_agg(why || ' ' || amount, '；' order by position) filter (where part = 'excluded' and amount > 0) as excluded_why
  from applied
  group by metric, period, body, dimension, value, unit
)
select
  c.metric,
  m.name,
  c.period,
  c.body,
  c.dimension,
  c.value,
  c.unit,
  c.numerator,
  c.denominator,
  c.excluded,
  c.excluded_why,
  case when c.denominator > 0 then c.numerator / c.denominator end::double as rate,
  wilson_low(c.numerator, c.denominator) as low,
  wilson_high(c.numerator, c.denominator) as high
from counted c
join metrics m using (metric)
where c.denominator > 0 or c.dimension = 'total'
order by m.position, c.dimension <> 'total', c.dimension, c.value, c.period, c.body
