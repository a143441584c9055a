-- 公开统计 // what is published, by year, by year and topic, and by year and department
-- 只含可以公开的件，按年度、年度和主题（件）、年度和承办单位（件次）三种合计。空的数字是不公布的，见“不公布的内容”；按件次的行没有件数、立案和退办。
-- grain: per, dimension, year, value
-- per: 计数单位；件一件计一次（取第一个应答复单位），件次每个应答复单位各计一次 // what is counted; 件 a proposal once, by its first answering department; 件次 each answering department
-- dimension: 维度；total 合计 topic 主题 department 承办单位 // total, topic or department
-- year: 年度；不详为空 // year; empty when unknown
-- value: 维度的值；主题代码或承办单位名称，合计为“全部” // topic id or department; 全部 for the total
-- name: 名称；主题名或承办单位名称 // its Chinese name
-- proposals: 件数 // proposals
-- answers: 应答复 // answers due from departments
-- unassigned: 未交办 // proposals that were not assigned
-- not_counted: 口径不计 // entries that the profile does not count
-- replied: 已答复 // answered
-- unreplied: 未答复 // not answered
-- timed: 有答复用时 // answered with known days to reply
-- untimed: 已答复但算不出用时 // answered, days to reply unknown
-- fed_back: 已答复且有评价 // answered and rated
-- due: 可判定是否按时 // answers of which punctuality can be told
-- on_time: 按时答复 // answered on time
-- late: 逾期；含到统计日仍未答复的 // late, those still open on the reference day included
-- on_time_complex: 在复杂事项期限内答复 // answered within the term of a complex matter
-- not_due: 未到期未答复 // not answered and not yet due
-- no_due: 没有答复期限 // without a due date
-- met: 已面商 // proposer met
-- met_known: 面商有记载 // with a record whether the proposer was met
-- met_unknown: 面商无记载 // without a record whether the proposer was met
-- outcome_missing: 没有办理结果；含未答复 // without an outcome, unanswered included
-- outcome_unmapped: 办理结果口径未列 // with an outcome that the profile does not list
-- solved: 解决采纳 // solved
-- solved_known: 可判定是否解决 // of which it can be told whether solved
-- solved_unclear: 代码兼含解决与未解决 // with a code that covers solved and unsolved
-- adopted: 采纳；解决采纳、正在解决、列入计划 // adopted: solved, in progress or planned
-- adopted_known: 可判定是否采纳 // of which it can be told whether adopted
-- adopted_unclear: 代码兼含采纳与未采纳 // with a code that covers adopted and not adopted
-- closed: 办结 // closed: answered, and the outcome (changes included) neither in progress nor planned
-- closed_known: 可判定是否办结 // of which it can be told whether closed; unanswered count as not closed
-- closed_unclear: 已答复但不能判定是否办结 // answered, but it cannot be told whether closed
-- implementable: 采纳且台账设有跟踪栏 // adopted, in a ledger that follows up
-- implemented: 其中已落实 // of implementable: carried out, that is solved (changes included)
-- implement_unknown: 采纳但台账没有跟踪栏 // adopted, in a ledger that does not follow up
-- implement_unclear: 采纳但调整后的结果不能判定 // adopted, but the changed outcome cannot be told
-- pending: 答复时为正在解决或列入计划 // in progress or planned at the answer
-- convertible: 其中台账设有跟踪栏 // of pending: in a ledger that follows up
-- converted: 其中后来解决采纳 // of pending: solved later
-- convert_unknown: 其中台账没有跟踪栏 // of pending: in a ledger that does not follow up
-- convert_unclear: 其中调整后的结果不能判定 // of pending: the changed outcome cannot be told
-- result_first_rated: 首次结果评价 // with a first rating of the result
-- result_first_satisfied: 首次结果满意 // first rating of the result satisfied
-- result_first_broad: 首次结果满意和基本满意 // first rating of the result satisfied or basically satisfied
-- result_first_missing: 没有首次结果评价 // without a first rating of the result
-- result_first_unmapped: 首次结果评价口径未列 // with a first rating of the result that the profile does not list
-- result_final_rated: 最终结果评价 // with a final rating of the result
-- result_final_satisfied: 最终结果满意 // final rating of the result satisfied
-- result_final_broad: 最终结果满意和基本满意 // final rating of the result satisfied or basically satisfied
-- result_final_missing: 没有最终结果评价 // without a final rating of the result
-- result_final_unmapped: 最终结果评价口径未列 // with a final rating of the result that the profile does not list
-- attitude_first_rated: 首次态度评价 // with a first rating of the attitude
-- attitude_first_satisfied: 首次态度满意 // first rating of the attitude satisfied
-- attitude_first_broad: 首次态度满意和基本满意 // first rating of the attitude satisfied or basically satisfied
-- attitude_first_missing: 没有首次态度评价 // without a first rating of the attitude
-- attitude_first_unmapped: 首次态度评价口径未列 // with a first rating of the attitude that the profile does not list
-- attitude_final_rated: 最终态度评价 // with a final rating of the attitude
-- attitude_final_satisfied: 最终态度满意 // final rating of the attitude satisfied
-- attitude_final_broad: 最终态度满意和基本满意 // final rating of the attitude satisfied or basically satisfied
-- attitude_final_missing: 没有最终态度评价 // without a final rating of the attitude
-- attitude_final_unmapped: 最终态度评价口径未列 // with a final rating of the attitude that the profile does not list
-- refused: 首次结果评价不满意 // first rating of the result dissatisfied
-- rehandle_known: 其中台账设有再次评价栏 // of refused: in a ledger with a second rating
-- rehandled: 其中再次办理 // of refused: handled again
-- recovered: 其中再次评价满意或基本满意 // of refused: satisfied or basically satisfied in the end
-- rehandle_unknown: 其中台账没有再次评价栏 // of refused: in a ledger without a second rating
-- filed: 立案；含并案 // proposals filed, merged ones included
-- merged: 并案 // proposals merged
-- not_filed: 未立案 // proposals not filed
-- filed_unknown: 立案情况无记载 // proposals without a record of filing
-- return_known: 退办有记载 // proposals with a record of returns
-- returned: 退办 // proposals returned
-- return_unknown: 退办无记载 // proposals without a record of returns
-- promises: 承诺事项 // promised items
-- promises_due: 到期或已兑现的承诺事项 // promised items due or kept
-- promises_kept: 已兑现的承诺事项 // promised items kept
-- promises_open: 未到期的承诺事项 // promised items not yet due
-- promises_undated: 没有时限也未兑现的承诺事项 // promised items without a day, not kept
-- promises_unknown: 台账没有登记兑现情况的承诺事项 // promised items of which no ledger says whether they were kept
with
-- A cell that names no department that the list knows may name a person.
cube as (
  select
    * exclude (period, body, proposer_type, district, role, entries) replace (
      case
        when department is null then '不详'
        when department in (select department from raw.departments)
          or regexp_full_match(department, '[^\d,，、;；]{2,16}(人民政府|街道办事处|管理委员会)') then department
        else '其他单位'
      end as department
    )
  from mart.cube
),
names as (select distinct topic, topic_name from cube),
by_case as (
  select
    '件' as per,
    case when grouping(topic) = 0 then 'topic' else 'total' end as dimension,
    year,
    case when grouping(topic) = 0 then topic else '全部' end as value,
    coalesce((sum(columns(lambda c: c not in ('year', 'topic', 'topic_name', 'department', 'is_first') and not starts_with(c, 'promises')))
      filter (where is_first)), 0)::integer,
    -- Promises are counted one by one, whoever made them.
    sum(columns('^promises'))::integer
  from cube
  group by grouping sets ((year), (year, topic))
),
by_answer as (
  select
    '件次' as per,
    case when grouping(department) = 0 then 'department' else 'total' end as dimension,
    year,
    case when grouping(department) = 0 then department else '全部' end as value,
    sum(columns(* exclude (year, topic, topic_name, department, is_first)))::integer
  from cube
  group by grouping sets ((year), (year, department))
),
counted as (
  select * from by_case where proposals > 0
  union all by name
  select * replace (
    null::integer as proposals, null::integer as unassigned, null::integer as not_counted,
    null::integer as filed, null::integer as merged, null::integer as not_filed, null::integer as filed_unknown,
    null::integer as return_known, null::integer as returned, null::integer as return_unknown
  ) from by_answer where answers > 0
)
select
  c.per,
  c.dimension,
  c.year,
  c.value,
  coalesce(n.topic_name, c.value) as name,
  c.proposals,
  c.answers,
  c.unassigned,
  c.not_counted,
  c.replied,
  c.unreplied,
  c.timed,
  c.untimed,
  c.fed_back,
  c.due,
  c.on_time,
  c.late,
  c.on_time_complex,
  c.not_due,
  c.no_due,
  c.met,
  c.met_known,
  c.met_unknown,
  c.outcome_missing,
  c.outcome_unmapped,
  c.solved,
  c.solved_known,
  c.solved_unclear,
  c.adopted,
  c.adopted_known,
  c.adopted_unclear,
  c.closed,
  c.closed_known,
  c.closed_unclear,
  c.implementable,
  c.implemented,
  c.implement_unknown,
  c.implement_unclear,
  c.pending,
  c.convertible,
  c.converted,
  c.convert_unknown,
  c.convert_unclear,
  c.result_first_rated,
  c.result_first_satisfied,
  c.result_first_broad,
  c.result_first_missing,
  c.result_first_unmapped,
  c.result_final_rated,
  c.result_final_satisfied,
  c.result_final_broad,
  c.result_final_missing,
  c.result_final_unmapped,
  c.attitude_first_rated,
  c.attitude_first_satisfied,
  c.attitude_first_broad,
  c.attitude_first_missing,
  c.attitude_first_unmapped,
  c.attitude_final_rated,
  c.attitude_final_satisfied,
  c.attitude_final_broad,
  c.attitude_final_missing,
  c.attitude_final_unmapped,
  c.refused,
  c.rehandle_known,
  c.rehandled,
  c.recovered,
  c.rehandle_unknown,
  c.filed,
  c.merged,
  c.not_filed,
  c.filed_unknown,
  c.return_known,
  c.returned,
  c.return_unknown,
  c.promises,
  c.promises_due,
  c.promises_kept,
  c.promises_open,
  c.promises_undated,
  c.promises_unknown
from counted c
left join names n on c.dimension = 'topic' and n.topic = c.value
order by c.year nulls last, c.per, c.dimension <> 'total', c.value
