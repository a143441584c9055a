-- 年度概况
-- 各年度、各类别的总量和主要比率的分子分母；比率一律由分子除以分母得到，会办单位不计入。
-- grain: period, body
-- period: 年度或届次
-- body: 类别
-- proposals: 件数
-- key_proposals: 其中重点件数
-- merged: 其中并案件数
-- assigned: 已交办件数；有应答复单位的
-- replied: 已答复件数；按第一应答复单位
-- due: 有应答复期限件数
-- late: 其中逾期件数；含到统计日仍未答复的
-- met: 已面商件数
-- met_known: 面商情况有记载件数
-- with_outcome: 办理结果可统计件数；口径有对应的
-- solved: 其中已解决采纳件数
-- rated: 有最终评价件数
-- satisfied: 其中满意件数
-- basically: 其中基本满意件数
-- dissatisfied: 其中不满意件数
-- review: 主题需人工复核件数
with proposals as (select * from mart.proposals)
select
  period,
  body,
  count(*)::integer as proposals,
  count(*) filter (where key_proposal)::integer as key_proposals,
  count(*) filter (where filed = '并案')::integer as merged,
  count(*) filter (where answers > 0)::integer as assigned,
  count(replied_on)::integer as replied,
  count(due_on)::integer as due,
  count(*) filter (where is_late)::integer as late,
  count(*) filter (where met)::integer as met,
  count(met)::integer as met_known,
  count(outcome)::integer as with_outcome,
  count(*) filter (where outcome = 'solved')::integer as solved,
  count(result_final)::integer as rated,
  count(*) filter (where result_final = 'satisfied')::integer as satisfied,
  count(*) filter (where result_final = 'basically')::integer as basically,
  count(*) filter (where result_final = 'dissatisfied')::integer as dissatisfied,
  count(*) filter (where topic_review)::integer as review
from proposals
group by period, body
order by period, body
