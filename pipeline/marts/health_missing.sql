-- 数据体检：各年度缺项 // Data health: how many a year lack a field
-- grain: period, field
-- period: 年度或届次 // year, or session where there is no year
-- field: 项目 // field
-- missing: 缺少件数 // proposals without it
-- proposals: 应有件数 // proposals that should have it
with
proposals as (select * from mart.proposals),
texts as (select proposal_id, text, sector from raw.proposals),
cells as (
  select
    p.period,
    unnest([
      {'field': '编号', 'applies': true, 'value': p.number},
      {'field': '正文', 'applies': true, 'value': t.text},
      {'field': '提案人', 'applies': true, 'value': p.proposer},
      {'field': '主办单位', 'applies': coalesce(p.filed, '立案') in ('立案', '并案'), 'value': p.departments},
      {'field': '交办日期', 'applies': p.answers > 0, 'value': p.assigned_on::varchar},
      {'field': '答复日期', 'applies': p.answers > 0, 'value': p.replied_on::varchar},
      {'field': '办理结果', 'applies': p.replied_on is not null, 'value': p.outcome_raw},
      {'field': '委员评价', 'applies': p.replied_on is not null, 'value': p.result_final}
    ]) as cell
  from proposals p
  join texts t using (proposal_id)
),
counted as (
  select
    period,
    cell.field as field,
    count(*) filter (where cell.value is null)::integer as missing,
    count(*)::integer as proposals
  from cells
  where cell.applies
  group by all
)
select period, field, missing, proposals
from counted
order by period, list_position(['编号', '正文', '提案人', '主办单位', '交办日期', '答复日期', '办理结果', '委员评价'], field)
