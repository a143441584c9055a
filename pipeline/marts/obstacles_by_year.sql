-- 办理难点分布 // Obstacles counted: the denominator is the answers with a text, the same for all kinds of a group and not to be added over kinds
-- 分母是有答复原文的答复（件次），同一年度、类别、主题、单位下各类难点的分母相同，不能跨类相加；一份答复可以有几类难点。
-- grain: period, body, topic, department, kind
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- department: 承办单位 // department, canonical name
-- kind: 难点类别代码 // kind of obstacle
-- kind_name: 难点类别 // kind, Chinese name
-- answers: 有这类难点的答复件次 // answers with this kind
-- review: 其中需人工核对的件次 // of answers: a person must look
-- with_text: 有答复原文的答复件次；分母 // answers with a text: the denominator
with
proposals as (select * from mart.proposals),
obstacles as (select * from mart.obstacles),
kinds as (select * from raw.obstacle_kinds),
texts as (
  select distinct proposal_id, department
  from raw.handlings
  where role <> 'co' and trim(reply_text) <> ''
),
groups as (
  select p.period, p.body, p.topic, p.topic_name, t.department, count(*)::integer as with_text
  from texts t
  join proposals p using (proposal_id)
  group by all
),
counted as (
  select
    period,
    body,
    topic,
    department,
    kind,
    count(*)::integer as answers,
    count(*) filter (where review)::integer as review
  from obstacles
  group by all
)
select
  g.period,
  g.body,
  g.topic,
  g.topic_name,
  g.department,
  k.kind,
  k.kind_name,
  coalesce(c.answers, 0) as answers,
  coalesce(c.review, 0) as review,
  g.with_text
from groups g
cross join kinds k
left join counted c
  on c.period = g.period and c.body is not distinct from g.body and c.topic = g.topic
  and c.department is not distinct from g.department and c.kind = k.kind
order by g.period, g.body, g.topic, g.department nulls last, k.position
