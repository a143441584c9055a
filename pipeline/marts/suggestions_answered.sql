-- 逐条回应情况 // Items answered, counted by topic and answering departments
-- 按提案的主题和应答复单位计数；多个单位共同答复的记在一起，不拆开。
-- grain: period, body, topic, departments
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- departments: 应答复单位；多个用、分隔 // answering departments, joined by 、, counted together
-- proposals: 有建议条目和答复原文的件数 // proposals with items and a text of the answer
-- all_answered: 其中每条都已回应的件数 // of proposals: every item answered
-- items: 建议条数；分母 // items: the denominator
-- answered: 已回应条数 // items answered
-- doubtful: 疑似回应条数；请人看 // items doubtful
-- unanswered: 未见回应条数 // items unanswered
with
proposals as (select * from mart.proposals),
by_proposal as (
  select
    proposal_id,
    count(*) as items,
    count(*) filter (where answered = 'yes') as answered,
    count(*) filter (where answered = 'doubtful') as doubtful,
    count(*) filter (where answered = 'no') as unanswered
  from mart.suggestions
  group by proposal_id
)
select
  p.period,
  p.body,
  p.topic,
  p.topic_name,
  p.departments,
  count(*)::integer as proposals,
  count(*) filter (where s.answered = s.items)::integer as all_answered,
  sum(s.items)::integer as items,
  sum(s.answered)::integer as answered,
  sum(s.doubtful)::integer as doubtful,
  sum(s.unanswered)::integer as unanswered
from by_proposal s
join proposals p using (proposal_id)
group by all
order by p.period, p.body, p.topic, p.departments nulls last
