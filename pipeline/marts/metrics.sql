-- 指标口径 // Metrics: their definitions; columns of the cube joined by | are added
-- data/metrics.yaml 里的定义；分子、分母、不计、总体写的是指标方的列名，多列用 | 分隔，相加。
-- grain: metric
-- metric: 指标代码 // metric, its id
-- name: 指标 // metric, Chinese name
-- unit: 计数单位；固定的为件或项，空的合计按件、单位之间按件次 // unit of counting where it is fixed (件, 项); null: proposals in totals, answers between departments
-- formula: 算法 // formula in words
-- note: 注意；没有的为空 // caution; null for none
-- source: 依据 // source of the definition
-- quantile: 分位；比率为空，答复用时为 0.5、0.9 // quantile, 0.5 or 0.9 for days to reply; null for a rate
-- numerator: 分子的列；分位数为空 // columns of the numerator; null for a quantile
-- denominator: 分母的列 // columns of the denominator
-- excluded: 不计的列 // columns that are left out
-- excluded_why: 不计的原因；与不计的列一一对应，用 | 分隔 // why they are left out, one for each, joined by |
-- population: 总体的列；等于分母与不计之和 // columns of the population: denominator plus what is left out
with
metrics as (select * from raw.metrics),
parts as (
  select
    metric,
    string_agg(measure, '|' order by position) filter (where part = 'numerator') as numerator,
    string_agg(measure, '|' order by position) filter (where part = 'denominator') as denominator,
    string_agg(measure, '|' order by position) filter (where part = 'excluded') as excluded,
    string_agg(why, '|' order by position) filter (where part = 'excluded') as excluded_why,
    string_agg(measure, '|' order by position) filter (where part = 'population') as population
  from raw.metric_parts
  group by metric
)
select
  m.metric,
  m.name,
  m.unit,
  m.formula,
  m.note,
  m.source,
  m.quantile,
  p.numerator,
  p.denominator,
  p.excluded,
  p.excluded_why,
  p.population
from metrics m
join parts p using (metric)
order by m.position
