-- 各年度主题件数 // Proposals by topic
-- grain: period, body, topic
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- proposals: 件数 // proposals
-- review: 其中主题需人工复核件数 // of proposals: a person must check the topic
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
