-- 历年报告数据
-- 从办理情况报告中读出的数字，一个数字一行，附原句。没有台账、只有报告的单位，历年表由此而来；与台账算出的数字互不相加。
-- grain: source_file, report, fact
-- source_file: 来源文件
-- report: 该文件中第几份报告
-- fact: 该报告中第几个数字
-- unit: 报告单位；报告没有写明的为空
-- year: 报告年度；报告没有写明的为空
-- body: 类别；政协、人大或合计
-- metric: 指标代码；与 jianyan lint 相同，other 为其他
-- label: 报告的说法
-- value: 数值
-- measure: 计量单位；百分比为 %
-- scope: 限定；如“以上”、所属的总数
-- evidence: 原句
-- is_main: 是否进历年表；同一单位、年度、类别、指标和计量单位的数字有几个时，取没有限定的第一个，其他的只列在明细里
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
