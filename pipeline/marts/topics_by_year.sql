-- 各年度主题件数
-- grain: period, body, topic
-- period: 年度或届次
-- body: 类别
-- topic: 主题代码
-- topic_name: 主题
-- proposals: 件数
-- review: 其中主题需人工复核件数
with proposals as (select * from mart.proposals)
select
  period,
  body,
  topic,
  topic_name,
  count(*)::integer as proposals,
  count(*) filter (where topic_review)::integer as review
from proposals
group by all
order by period, body, proposals desc, topic
