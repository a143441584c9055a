-- 人工决定与机器判断的一致情况 // People’s decisions against the machine’s; the last decision on a proposal counts
-- 每件提案只计最后一次决定；机器当时没有给出判断、或人没有就此决定的，不计入相应分母。
-- grain: period, topic
-- period: 决定月份；如 2026-11，时间读不出的为“不详” // month of the decision, such as 2026-11; 不详 where unknown
-- topic: 人工主题代码；没有决定主题的为空 // topic by a person, id; null where none was decided
-- topic_name: 人工主题 // topic by a person, Chinese name
-- reviews: 决定件数 // decisions
-- with_topic: 其中人和机器都给出主题件数 // of reviews: person and machine both gave a topic
-- topic_agreed: 其中主题一致件数 // of with_topic: the same topic
-- certain: 其中机器未提示复核件数；人和机器都给出主题的 // of with_topic: the machine asked for no review
-- certain_agreed: 其中机器未提示复核且主题一致件数 // of certain: the same topic
-- with_lead: 其中人和机器都给出主办单位件数 // of reviews: person and machine both gave a lead department
-- lead_agreed: 其中主办单位一致件数 // of with_lead: the same department
with
reviews as (
  select *, coalesce(strftime(reviewed_on, '%Y-%m'), '不详') as period
  from raw.reviews
  where last
),
topic_names as (select distinct topic, topic_name from raw.topics)
select
  r.period,
  r.topic,
  n.topic_name,
  count(*)::integer as reviews,
  count(*) filter (where r.topic is not null and r.machine_topic is not null)::integer as with_topic,
  count(*) filter (where r.topic = r.machine_topic)::integer as topic_agreed,
  count(*) filter (where r.topic is not null and r.machine_topic is not null and not r.machine_review)::integer as certain,
  count(*) filter (where r.topic = r.machine_topic and not r.machine_review)::integer as certain_agreed,
  count(*) filter (where r.lead is not null and r.machine_lead is not null)::integer as with_lead,
  count(*) filter (where r.lead = r.machine_lead)::integer as lead_agreed
from reviews r
left join topic_names n using (topic)
group by r.period, r.topic, n.topic_name
order by r.period, reviews desc, r.topic
