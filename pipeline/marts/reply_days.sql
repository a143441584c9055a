-- 答复用时 // Days to reply: median and 90th percentile by the dimensions of rates
-- 天数的中位数和第九十百分位不能由计数相加得到，按同样的维度另列。合计、主题等按件，承办单位和承办方式按件次。
-- grain: period, body, dimension, value
-- period: 年度或届次；各年合计为“全部” // year or session; 全部 over all years
-- body: 类别；合计为“全部”，类别不详为“不详” // 政协 or 人大; 全部 for both, 不详 where unknown
-- dimension: 维度；同比率表 // dimension, as in rates
-- value: 维度的值 // value of the dimension
-- replied: 已答复 // answered
-- timed: 有答复用时的 // with known days to reply
-- untimed: 不计；缺日期，或答复早于交办 // left out: a date is missing, or the answer is before the assignment
-- days_median: 中位数（天） // median, days
-- days_p90: 第九十百分位（天）；相邻两个值之间按比例取，一位小数 // 90th percentile, days; interpolated, one decimal
with
replied as (select * from mart.answers where counted and replied_on is not null),
proposals as (select proposal_id, period, body, topic, proposer_type, district from mart.proposals),
answers as (
  select p.* exclude (proposal_id), r.department, r.role, r.answer = 1 as is_first, r.days_to_reply
  from replied r
  join proposals p using (proposal_id)
),
grouped as (
  select
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
    list({'first': is_first, 'days': days_to_reply}) as replies
  from answers
  group by grouping sets (
    (), (period), (body), (period, body), (topic), (period, topic), (department), (period, department),
    (proposer_type), (period, proposer_type), (district), (period, district), (role), (period, role)
  )
),
chosen as (
  select
    * exclude (value, replies),
    coalesce(value, '不详') as value,
    list_filter(replies, lambda r: r.first or dimension in ('department', 'role')) as replies
  from grouped
)
select
  period,
  body,
  dimension,
  value,
  len(replies)::integer as replied,
  len(list_filter(replies, lambda r: r.days is not null))::integer as timed,
  len(list_filter(replies, lambda r: r.days is null))::integer as untimed,
  round(list_aggregate(list_transform(replies, lambda r: r.days), 'quantile_cont', 0.5), 1)::double as days_median,
  round(list_aggregate(list_transform(replies, lambda r: r.days), 'quantile_cont', 0.9), 1)::double as days_p90
from chosen
where len(replies) > 0
order by dimension <> 'total', dimension, value, period, body
