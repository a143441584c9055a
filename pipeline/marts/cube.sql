-- 指标方（可加计数）
-- 各维度组合的计数，任何筛选后的比率都是这里两列之和相除（分子分母见指标表）。按件统计只取 is_first 为真的行，
-- 一件多个单位答复的只计第一个；按件次统计取全部行。评价按办理结果和办理态度、首次和最终分列。
-- grain: period, year, body, topic, department, proposer_type, district, role, is_first
-- period: 年度或届次
-- year: 年度
-- body: 类别
-- topic: 主题代码
-- topic_name: 主题
-- department: 承办单位；应答复单位，未交办或台账未写为空
-- proposer_type: 提案人类别
-- district: 地区
-- role: 承办方式
-- is_first: 是否第一应答复单位；未交办的也为真
-- entries: 件次；含未交办和口径不计的
-- proposals: 件数
-- unassigned: 未交办件数
-- not_counted: 口径不计件次
-- answers: 应答复件次
-- replied: 已答复件次
-- unreplied: 未答复件次
-- due: 可判定是否按时的件次
-- on_time: 按时答复件次
-- late: 逾期件次；含到统计日仍未答复的
-- on_time_complex: 在复杂事项期限内答复的件次
-- not_due: 未到期未答复件次
-- no_due: 没有答复期限件次
-- timed: 有答复用时件次
-- untimed: 已答复但算不出用时件次
-- met: 已面商件次
-- met_known: 面商有记载件次
-- met_unknown: 面商无记载件次
-- outcome_missing: 没有办理结果件次；含未答复
-- outcome_unmapped: 办理结果口径未列件次
-- solved: 解决采纳件次
-- solved_known: 可判定是否解决件次
-- solved_unclear: 代码兼含解决与未解决的件次
-- adopted: 采纳件次；解决采纳、正在解决、列入计划
-- adopted_known: 可判定是否采纳件次
-- adopted_unclear: 代码兼含采纳与未采纳的件次
-- closed: 办结件次；已答复，结果（含调整）不再是正在解决或列入计划
-- closed_known: 可判定是否办结件次；未答复的算未办结
-- closed_unclear: 已答复但不能判定是否办结的件次
-- implementable: 采纳且台账设有跟踪栏的件次
-- implemented: 其中已落实件次；结果（含调整）为解决采纳
-- implement_unknown: 采纳但台账没有跟踪栏的件次
-- implement_unclear: 采纳但调整后的结果不能判定的件次
-- pending: 答复时为正在解决或列入计划的件次
-- convertible: 其中台账设有跟踪栏的件次
-- converted: 其中后来解决采纳的件次
-- convert_unknown: 其中台账没有跟踪栏的件次
-- convert_unclear: 其中调整后的结果不能判定的件次
-- fed_back: 已答复且有评价件次
-- result_first_rated: 首次结果评价件次
-- result_first_satisfied: 首次结果满意件次
-- result_first_broad: 首次结果满意和基本满意件次
-- result_first_missing: 没有首次结果评价件次
-- result_first_unmapped: 首次结果评价口径未列件次
-- result_final_rated: 最终结果评价件次
-- result_final_satisfied: 最终结果满意件次
-- result_final_broad: 最终结果满意和基本满意件次
-- result_final_missing: 没有最终结果评价件次
-- result_final_unmapped: 最终结果评价口径未列件次
-- attitude_first_rated: 首次态度评价件次
-- attitude_first_satisfied: 首次态度满意件次
-- attitude_first_broad: 首次态度满意和基本满意件次
-- attitude_first_missing: 没有首次态度评价件次
-- attitude_first_unmapped: 首次态度评价口径未列件次
-- attitude_final_rated: 最终态度评价件次
-- attitude_final_satisfied: 最终态度满意件次
-- attitude_final_broad: 最终态度满意和基本满意件次
-- attitude_final_missing: 没有最终态度评价件次
-- attitude_final_unmapped: 最终态度评价口径未列件次
-- refused: 首次结果评价不满意件次
-- rehandle_known: 其中台账设有再次评价栏的件次
-- rehandled: 其中再次办理件次
-- recovered: 其中再次评价满意或基本满意件次
-- rehandle_unknown: 其中台账没有再次评价栏的件次
-- filed: 立案件数；含并案
-- merged: 并案件数
-- not_filed: 未立案件数
-- filed_unknown: 立案情况无记载件数
-- return_known: 退办有记载件数
-- returned: 退办件数
-- return_unknown: 退办无记载件数
-- promises: 承诺事项
-- promises_due: 到期或已兑现的承诺事项
-- promises_kept: 已兑现的承诺事项
-- promises_open: 未到期的承诺事项
-- promises_undated: 没有时限也未兑现的承诺事项
-- promises_unknown: 台账没有登记兑现情况的承诺事项
with
entries as (select * from mart.entries)
select
  period,
  year,
  body,
  topic,
  topic_name,
  department,
  proposer_type,
  district,
  role,
  is_first,
  sum(columns(* exclude (proposal_id, answer, period, year, body, topic, topic_name, department, proposer_type, district, role, is_first)))::integer
from entries
group by period, year, body, topic, topic_name, department, proposer_type, district, role, is_first
order by period, body, topic, department, proposer_type, district, role, is_first desc
