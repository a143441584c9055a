-- 公开指标口径 // definitions of the rates
-- data/metrics.yaml 里能由公开统计的列相加得到的指标；多列用 | 分隔。
-- grain: metric
-- metric: 指标代码 // metric, its id
-- name: 指标 // metric, Chinese name
-- unit: 计数单位；固定的为件或项，空的合计按件、单位之间按件次 // unit of counting where it is fixed (件, 项); null: proposals in totals, answers between departments
-- formula: 算法 // formula in words
-- note: 注意；没有的为空 // caution; null for none
-- source: 依据 // source of the definition
-- numerator: 分子的列；分位数为空 // columns of the numerator; null for a quantile
-- denominator: 分母的列 // columns of the denominator
-- excluded: 不计的列 // columns that are left out
-- excluded_why: 不计的原因；与不计的列一一对应，用 | 分隔 // why they are left out, one for each, joined by |
select metric, name, unit, formula, note, source, numerator, denominator, excluded, excluded_why
from mart.metrics
where quantile is null
