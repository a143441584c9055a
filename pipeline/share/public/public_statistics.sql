-- 公开统计
-- 只含可以公开的件，按年度、年度和主题（件）、年度和承办单位（件次）三种合计。空的数字是不公布的，见“不公布的内容”；按件次的行没有件数、立案和退办。
-- grain: per, dimension, year, value
-- per: 计数单位；件一件计一次（取第一个应答复单位），件次每个应答复单位各计一次
-- dimension: 维度；total 合计 topic 主题 department 承办单位
-- year: 年度；不详为空
-- value: 维度的值；主题代码或承办单位名称，合计为“全部”
-- name: 名称；主题名或承办单位名称
-- proposals: 件数
-- answers: 应答复
-- unassigned: 未交办
-- not_counted: 口径不计
-- replied: 已答复
-- unreplied: 未答复
-- timed: 有答复用时
-- untimed: 已答复但算不出用时
-- fed_back: 已答复且有评价
-- due: 可判定是否按时
-- on_time: 按时答复
-- late: 逾期；含到统计日仍未答复的
-- on_time_complex: 在复杂事项期限内答复
-- not_due: 未到期未答复
-- no_due: 没有答复期限
-- met: 已面商
-- met_known: 面商有记载
-- met_unknown: 面商无记载
-- outcome_missing: 没有办理结果；含未答复
-- outcome_unmapped: 办理结果口径未列
-- solved: 解决采纳
-- solved_known: 可判定是否解决
-- solved_unclear: 代码兼含解决与未解决
-- adopted: 采纳；解决采纳、正在解决、列入计划
-- adopted_known: 可判定是否采纳
-- adopted_unclear: 代码兼含采纳与未采纳
-- closed: 办结
-- closed_known: 可判定是否办结
-- closed_unclear: 已答复但不能判定是否办结
-- implementable: 采纳且台账设有跟踪栏
-- implemented: 其中已落实
-- implement_unknown: 采纳但台账没有跟踪栏
-- implement_unclear: 采纳但调整后的结果不能判定
-- pending: 答复时为正在解决或列入计划
-- convertible: 其中台账设有跟踪栏
-- converted: 其中后来解决采纳
-- convert_unknown: 其中台账没有跟踪栏
-- convert_unclear: 其中调整后的结果不能判定
-- result_first_rated: 首次结果评价
-- result_first_satisfied: 首次结果满意
-- result_first_broad: 首次结果满意和基本满意
-- result_first_missing: 没有首次结果评价
-- result_first_unmapped: 首次结果评价口径未列
-- result_final_rated: 最终结果评价
-- result_final_satisfied: 最终结果满意
-- result_final_broad: 最终结果满意和基本满意
-- result_final_missing: 没有最终结果评价
-- result_final_unmapped: 最终结果评价口径未列
-- attitude_first_rated: 首次态度评价
-- attitude_first_satisfied: 首次态度满意
-- attitude_first_broad: 首次态度满意和基本满意
-- attitude_first_missing: 没有首次态度评价
-- attitude_first_unmapped: 首次态度评价口径未列
-- attitude_final_rated: 最终态度评价
-- attitude_final_satisfied: 最终态度满意
-- attitude_final_broad: 最终态度满意和基本满意
-- attitude_final_missing: 没有最终态度评价
-- attitude_final_unmapped: 最终态度评价口径未列
-- refused: 首次结果评价不满意
-- rehandle_known: 其中台账设有再次评价栏
-- rehandled: 其中再次办理
-- recovered: 其中再次评价满意或基本满意
-- rehandle_unknown: 其中台账没有再次评价栏
-- filed: 立案；含并案
-- merged: 并案
-- not_filed: 未立案
-- filed_unknown: 立案情况无记载
-- return_known: 退办有记载
-- returned: 退办
-- return_unknown: 退办无记载
-- promises: 承诺事项
-- promises_due: 到期或已兑现的承诺事项
-- promises_kept: 已兑现的承诺事项
-- promises_open: 未到期的承诺事项
-- promises_undated: 没有时限也未兑现的承诺事项
-- promises_unknown: 台账没有登记兑现情况的承诺事项
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
