-- 指标方（可加计数） // Counts that add up, by year, body, topic, department, proposer type, district and role; every filtered rate is a sum over a sum, proposals where is_first, answers over all rows
-- 各维度组合的计数，任何筛选后的比率都是这里两列之和相除（分子分母见指标表）。按件统计只取 is_first 为真的行，
-- 一件多个单位答复的只计第一个；按件次统计取全部行。评价按办理结果和办理态度、首次和最终分列。
-- grain: period, year, body, topic, department, proposer_type, district, role, is_first
-- period: 年度或届次 // year, or session where there is no year
-- year: 年度 // year
-- body: 类别 // whose: 政协 or 人大
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- department: 承办单位；应答复单位，未交办或台账未写为空 // answering department; null when unassigned or not written
-- proposer_type: 提案人类别 // kind of proposer: 个人, 联名, 集体
-- district: 地区 // district
-- role: 承办方式 // role: lead, sole, separate, joint
-- is_first: 是否第一应答复单位；未交办的也为真 // whether it is the first answering department; true for unassigned proposals too
-- entries: 件次；含未交办和口径不计的 // entries, those unassigned or not counted included
-- proposals: 件数 // proposals
-- unassigned: 未交办件数 // proposals that were not assigned
-- not_counted: 口径不计件次 // entries that the profile does not count
-- answers: 应答复件次 // answers due from departments
-- replied: 已答复件次 // answered
-- unreplied: 未答复件次 // not answered
-- due: 可判定是否按时的件次 // answers of which punctuality can be told
-- on_time: 按时答复件次 // answered on time
-- late: 逾期件次；含到统计日仍未答复的 // late, those still open on the reference day included
-- on_time_complex: 在复杂事项期限内答复的件次 // answered within the term of a complex matter
-- not_due: 未到期未答复件次 // not answered and not yet due
-- no_due: 没有答复期限件次 // without a due date
-- timed: 有答复用时件次 // answered with known days to reply
-- untimed: 已答复但算不出用时件次 // answered, days to reply unknown
-- met: 已面商件次 // proposer met
-- met_known: 面商有记载件次 // with a record whether the proposer was met
-- met_unknown: 面商无记载件次 // without a record whether the proposer was met
-- outcome_missing: 没有办理结果件次；含未答复 // without an outcome, unanswered included
-- outcome_unmapped: 办理结果口径未列件次 // with an outcome that the profile does not list
-- solved: 解决采纳件次 // solved
-- solved_known: 可判定是否解决件次 // of which it can be told whether solved
-- solved_unclear: 代码兼含解决与未解决的件次 // with a code that covers solved and unsolved
-- adopted: 采纳件次；解决采纳、正在解决、列入计划 // adopted: solved, in progress or planned
-- adopted_known: 可判定是否采纳件次 // of which it can be told whether adopted
-- adopted_unclear: 代码兼含采纳与未采纳的件次 // with a code that covers adopted and not adopted
-- closed: 办结件次；已答复，结果（含调整）不再是正在解决或列入计划 // closed: answered, and the outcome (changes included) neither in progress nor planned
-- closed_known: 可判定是否办结件次；未答复的算未办结 // of which it can be told whether closed; unanswered count as not closed
-- closed_unclear: 已答复但不能判定是否办结的件次 // answered, but it cannot be told whether closed
-- implementable: 采纳且台账设有跟踪栏的件次 // adopted, in a ledger that follows up
-- implemented: 其中已落实件次；结果（含调整）为解决采纳 // of implementable: carried out, that is solved (changes included)
-- implement_unknown: 采纳但台账没有跟踪栏的件次 // adopted, in a ledger that does not follow up
-- implement_unclear: 采纳但调整后的结果不能判定的件次 // adopted, but the changed outcome cannot be told
-- pending: 答复时为正在解决或列入计划的件次 // in progress or planned at the answer
-- convertible: 其中台账设有跟踪栏的件次 // of pending: in a ledger that follows up
-- converted: 其中后来解决采纳的件次 // of pending: solved later
-- convert_unknown: 其中台账没有跟踪栏的件次 // of pending: in a ledger that does not follow up
-- convert_unclear: 其中调整后的结果不能判定的件次 // of pending: the changed outcome cannot be told
-- fed_back: 已答复且有评价件次 // answered and rated
-- result_first_rated: 首次结果评价件次 // with a first rating of the result
-- result_first_satisfied: 首次结果满意件次 // first rating of the result satisfied
-- result_first_broad: 首次结果满意和基本满意件次 // first rating of the result satisfied or basically satisfied
-- result_first_missing: 没有首次结果评价件次 // without a first rating of the result
-- result_first_unmapped: 首次结果评价口径未列件次 // with a first rating of the result that the profile does not list
-- result_final_rated: 最终结果评价件次 // with a final rating of the result
-- result_final_satisfied: 最终结果满意件次 // final rating of the result satisfied
-- result_final_broad: 最终结果满意和基本满意件次 // final rating of the result satisfied or basically satisfied
-- result_final_missing: 没有最终结果评价件次 // without a final rating of the result
-- result_final_unmapped: 最终结果评价口径未列件次 // with a final rating of the result that the profile does not list
-- attitude_first_rated: 首次态度评价件次 // with a first rating of the attitude
-- attitude_first_satisfied: 首次态度满意件次 // first rating of the attitude satisfied
-- attitude_first_broad: 首次态度满意和基本满意件次 // first rating of the attitude satisfied or basically satisfied
-- attitude_first_missing: 没有首次态度评价件次 // without a first rating of the attitude
-- attitude_first_unmapped: 首次态度评价口径未列件次 // with a first rating of the attitude that the profile does not list
-- attitude_final_rated: 最终态度评价件次 // with a final rating of the attitude
-- attitude_final_satisfied: 最终态度满意件次 // final rating of the attitude satisfied
-- attitude_final_broad: 最终态度满意和基本满意件次 // final rating of the attitude satisfied or basically satisfied
-- attitude_final_missing: 没有最终态度评价件次 // without a final rating of the attitude
-- attitude_final_unmapped: 最终态度评价口径未列件次 // with a final rating of the attitude that the profile does not list
-- refused: 首次结果评价不满意件次 // first rating of the result dissatisfied
-- rehandle_known: 其中台账设有再次评价栏的件次 // of refused: in a ledger with a second rating
-- rehandled: 其中再次办理件次 // of refused: handled again
-- recovered: 其中再次评价满意或基本满意件次 // of refused: satisfied or basically satisfied in the end
-- rehandle_unknown: 其中台账没有再次评价栏的件次 // of refused: in a ledger without a second rating
-- filed: 立案件数；含并案 // proposals filed, merged ones included
-- merged: 并案件数 // proposals merged
-- not_filed: 未立案件数 // proposals not filed
-- filed_unknown: 立案情况无记载件数 // proposals without a record of filing
-- return_known: 退办有记载件数 // proposals with a record of returns
-- returned: 退办件数 // proposals returned
-- return_unknown: 退办无记载件数 // proposals without a record of returns
-- promises: 承诺事项 // promised items
-- promises_due: 到期或已兑现的承诺事项 // promised items due or kept
-- promises_kept: 已兑现的承诺事项 // promised items kept
-- promises_open: 未到期的承诺事项 // promised items not yet due
-- promises_undated: 没有时限也未兑现的承诺事项 // promised items without a day, not kept
-- promises_unknown: 台账没有登记兑现情况的承诺事项 // promised items of which no ledger says whether they were kept
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
