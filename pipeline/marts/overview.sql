-- 年度概况 // Yearly overview: the counts behind the headline rates; co-handlers are not counted
-- 各年度、各类别的总量和主要比率的分子分母；比率一律由分子除以分母得到，会办单位不计入。
-- grain: period, body
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- proposals: 件数 // proposals
-- key_proposals: 其中重点件数 // of proposals: key proposals
-- merged: 其中并案件数 // of proposals: merged
-- assigned: 已交办件数；有应答复单位的 // assigned to a department that must answer
-- replied: 已答复件数；按第一应答复单位 // answered by the first answering department
-- due: 有应答复期限件数 // with a due date
-- late: 其中逾期件数；含到统计日仍未答复的 // of due: late, those still open on the reference day included
-- met: 已面商件数 // proposer met
-- met_known: 面商情况有记载件数 // with a record whether the proposer was met
-- with_outcome: 办理结果可统计件数；口径有对应的 // with an outcome that a profile maps
-- solved: 其中已解决采纳件数 // of with_outcome: solved
-- rated: 有最终评价件数 // with a final rating
-- satisfied: 其中满意件数 // of rated: satisfied
-- basically: 其中基本满意件数 // of rated: basically satisfied
-- dissatisfied: 其中不满意件数 // of rated: dissatisfied
-- review: 主题需人工复核件数 // a person must check the topic
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
