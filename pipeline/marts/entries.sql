-- 统计条目（件次，可加计数的来源）
-- 一件提案的一个应答复单位为一行，未交办的一件一行；各计数列为 0 或 1（承诺为项数）。指标方是它的合计。
-- grain: proposal_id, answer
-- proposal_id: 案件标识
-- answer: 该案第几个应答复单位；未交办的为空
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
proposals as (select * from mart.proposals),
answers as (select * from mart.answers),
profiles as (select * from raw.profiles),
as_of as (select as_of from raw.runs),
kept as (
  select
    proposal_id,
    answer,
    tally(true) as promises,
    tally(state in ('kept', 'kept_late', 'broken')) as promises_due,
    tally(state in ('kept', 'kept_late')) as promises_kept,
    tally(state = 'open') as promises_open,
    tally(state = 'undated') as promises_undated,
    tally(state = 'unknown') as promises_unknown
  from mart.promises
  group by proposal_id, answer
),
joined as (
  select
    p.proposal_id,
    p.period,
    p.year,
    p.body,
    p.topic,
    p.topic_name,
    p.proposer_type,
    p.district,
    p.filed,
    f.strict,
    f.broad,
    coalesce(a.answer = 1, true) as is_first,
    coalesce(a.counted, false) as counted,
    a.* exclude (proposal_id, year, body, counted),
    k.* exclude (proposal_id, answer),
    case
      when a.counted is not true then null
      when a.replied_on is null and (select as_of from as_of) <= a.due_on then 'not_due'
      when a.is_late is null then 'no_due'
      when a.is_late then 'late'
      else 'on_time'
    end as timeliness
  from proposals p
  join profiles f on f.body is not distinct from p.body and f.year is not distinct from p.year
  left join answers a using (proposal_id)
  left join kept k on k.proposal_id = p.proposal_id and k.answer = coalesce(a.answer, 1)
)
select
  proposal_id,
  answer,
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
  1::integer as entries,
  flag(is_first) as proposals,
  flag(answer is null) as unassigned,
  flag(answer is not null and not counted) as not_counted,
  flag(counted) as answers,
  flag(counted and replied_on is not null) as replied,
  flag(counted and replied_on is null) as unreplied,
  flag(timeliness in ('on_time', 'late')) as due,
  flag(timeliness = 'on_time') as on_time,
  flag(timeliness = 'late') as late,
  flag(timeliness in ('on_time', 'late') and replied_on <= complex_due_on) as on_time_complex,
  flag(timeliness = 'not_due') as not_due,
  flag(timeliness = 'no_due') as no_due,
  flag(counted and days_to_reply is not null) as timed,
  flag(counted and replied_on is not null and days_to_reply is null) as untimed,
  flag(counted and met) as met,
  flag(counted and met is not null) as met_known,
  flag(counted and met is null) as met_unknown,
  flag(counted and outcome_raw is null) as outcome_missing,
  flag(counted and outcome_raw is not null and outcome is null) as outcome_unmapped,
  flag(counted and solved) as solved,
  flag(counted and solved is not null) as solved_known,
  flag(counted and outcome is not null and solved is null) as solved_unclear,
  flag(counted and adopted) as adopted,
  flag(counted and adopted is not null) as adopted_known,
  flag(counted and outcome is not null and adopted is null) as adopted_unclear,
  flag(counted and closed) as closed,
  flag(counted and closed is not null) as closed_known,
  flag(counted and closed is null) as closed_unclear,
  flag(counted and adopted and followed and solved_final is not null) as implementable,
  flag(counted and adopted and followed and solved_final) as implemented,
  flag(counted and adopted and not followed) as implement_unknown,
  flag(counted and adopted and followed and solved_final is null) as implement_unclear,
  flag(counted and pending) as pending,
  flag(counted and pending and followed and solved_final is not null) as convertible,
  flag(counted and pending and followed and solved_final) as converted,
  flag(counted and pending and not followed) as convert_unknown,
  flag(counted and pending and followed and solved_final is null) as convert_unclear,
  flag(counted and replied_on is not null and rounds > 0) as fed_back,
  flag(counted and result_first is not null) as result_first_rated,
  flag(counted and is_within(result_first, strict)) as result_first_satisfied,
  flag(counted and is_within(result_first, broad)) as result_first_broad,
  flag(counted and result_first_raw is null) as result_first_missing,
  flag(counted and result_first_raw is not null and result_first is null) as result_first_unmapped,
  flag(counted and result_final is not null) as result_final_rated,
  flag(counted and is_within(result_final, strict)) as result_final_satisfied,
  flag(counted and is_within(result_final, broad)) as result_final_broad,
  flag(counted and result_final_raw is null) as result_final_missing,
  flag(counted and result_final_raw is not null and result_final is null) as result_final_unmapped,
  flag(counted and attitude_first is not null) as attitude_first_rated,
  flag(counted and is_within(attitude_first, strict)) as attitude_first_satisfied,
  flag(counted and is_within(attitude_first, broad)) as attitude_first_broad,
  flag(counted and attitude_first_raw is null) as attitude_first_missing,
  flag(counted and attitude_first_raw is not null and attitude_first is null) as attitude_first_unmapped,
  flag(counted and attitude_final is not null) as attitude_final_rated,
  flag(counted and is_within(attitude_final, strict)) as attitude_final_satisfied,
  flag(counted and is_within(attitude_final, broad)) as attitude_final_broad,
  flag(counted and attitude_final_raw is null) as attitude_final_missing,
  flag(counted and attitude_final_raw is not null and attitude_final is null) as attitude_final_unmapped,
  flag(counted and result_first = 'dissatisfied') as refused,
  flag(counted and result_first = 'dissatisfied' and rerated) as rehandle_known,
  flag(counted and result_first = 'dissatisfied' and rerated and rehandled) as rehandled,
  flag(counted and result_first = 'dissatisfied' and rerated and is_within(result_final, broad)) as recovered,
  flag(counted and result_first = 'dissatisfied' and not rerated) as rehandle_unknown,
  flag(is_first and filed in ('立案', '并案')) as filed,
  flag(is_first and filed = '并案') as merged,
  flag(is_first and filed not in ('立案', '并案')) as not_filed,
  flag(is_first and filed is null) as filed_unknown,
  flag(is_first and answer is not null and return_known) as return_known,
  flag(is_first and answer is not null and returned) as returned,
  flag(is_first and answer is not null and not return_known) as return_unknown,
  coalesce(promises, 0) as promises,
  coalesce(promises_due, 0) as promises_due,
  coalesce(promises_kept, 0) as promises_kept,
  coalesce(promises_open, 0) as promises_open,
  coalesce(promises_undated, 0) as promises_undated,
  coalesce(promises_unknown, 0) as promises_unknown
from joined
order by proposal_id, answer
