-- 历年报告数据 // Figures that handling reports of any year state, each with its sentence; never added to those from ledgers
-- 从办理情况报告中读出的数字，一个数字一行，附原句。没有台账、只有报告的单位，历年表由此而来；与台账算出的数字互不相加。
-- grain: source_file, report, fact
-- source_file: 来源文件 // source file
-- report: 该文件中第几份报告 // number of the report within its file, from 1
-- fact: 该报告中第几个数字 // number of the figure within the report, from 1
-- unit: 报告单位；报告没有写明的为空 // unit that reports; null where it does not say
-- year: 报告年度；报告没有写明的为空 // year of the report; null where it does not say
-- body: 类别；政协、人大或合计 // 政协, 人大 or 合计
-- metric: 指标代码；与 jianyan lint 相同，other 为其他 // metric, as in jianyan lint; other for others
-- label: 报告的说法 // the report’s words for it
-- value: 数值；单位见 measure // value, in the unit of measure
-- measure: 计量单位；百分比为 % // unit of measure; % for shares
-- scope: 限定；如“以上”、所属的总数 // what limits it, such as 以上 or its total
-- evidence: 原句 // the sentence
-- is_main: 是否进历年表；同一单位、年度、类别、指标和计量单位的数字有几个时，取没有限定的第一个，其他的只列在明细里 // whether it goes into the yearly table: the first without a limit of several
with
facts as (select *, rowid as entry from raw.report_facts),
numbered as (
  select *, row_number() over (partition by source_file, report order by evidence_start, evidence_end, entry)::integer as fact
  from facts
)
select
  source_file,
  report,
  fact,
  reporting_unit as unit,
  year,
  body,
  metric,
  label,
  value,
  unit as measure,
  scope,
  evidence,
  metric not in ('other', 'topic_count') and row_number() over (
    partition by reporting_unit, year, body, metric, unit
    order by (scope is not null), source_file, report, fact
  ) = 1 as is_main
from numbered
order by reporting_unit nulls last, year nulls last, source_file, report, fact
