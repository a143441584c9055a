-- 统计条目（件次，可加计数的来源） // Entries: what the cube counts, one proposal at one answering department; unassigned proposals too
-- 一件提案的一个应答复单位为一行，未交办的一件一行；各计数列为 0 或 1（承诺为项数）。指标方是它的合计。
-- grain: proposal_id, answer
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- answer: 该案第几个应答复单位；未交办的为空 // number of the answering department within the proposal, from 1; null when unassigned
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
