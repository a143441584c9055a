-- 公开指标口径
-- data/metrics.yaml 里能由公开统计的列相加得到的指标；多列用 | 分隔。
-- grain: metric
-- metric: 指标代码
-- name: 指标
-- unit: 计数单位；固定的为件或项，空的合计按件、单位之间按件次
-- formula: 算法
-- note: 注意；没有的为空
-- source: 依据
-- numerator: 分子的列；分位数为空
-- denominator: 分母的列
-- excluded: 不计的列
-- excluded_why: 不计的原因；与不计的列一一对应，用 | 分隔
select metric, name, unit, formula, note, source, numerator, denominator, excluded, excluded_why
from mart.metrics
where quantile is null
