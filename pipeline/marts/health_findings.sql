-- 数据体检：逐条问题 // Data health: one odd entry
-- grain: kind, proposal_id, department, says
-- kind: 问题类型 // kind of problem
-- proposal_id: 案件标识；整份文件的问题为空 // proposal; null for a problem of a whole file
-- department: 承办单位 // department
-- says: 说明 // what it says
-- source_file: 来源文件 // source file
-- source_row: 来源行号 // row in the source file
with
proposals as (select * from mart.proposals),
handlings as (select * from raw.handlings),
as_of as (select as_of from raw.runs),
duplicated_numbers as (
  select unnest(list(proposal_id)) as proposal_id
  from raw.proposals
  where number is not null
  group by body, level, coalesce(year::varchar, session), category, number
  having count(*) > 1
),
findings as (
  select '编号重复' as kind, p.proposal_id, null as department, '编号 ' || p.number || '：' || p.title as says
  from proposals p
  semi join duplicated_numbers using (proposal_id)
  union all
  select '答复早于交办', h.proposal_id, h.department, '交办 ' || h.assigned_on || '，答复 ' || h.replied_on
  from handlings h
  where h.replied_on < h.assigned_on
  union all
  select '交办早于提交', h.proposal_id, h.department, '提交 ' || p.submitted_on || '，交办 ' || h.assigned_on
  from handlings h join raw.proposals p using (proposal_id)
  where h.assigned_on < p.submitted_on
  union all
  select '超期未答复', a.proposal_id, a.department, '应于 ' || a.due_on || ' 前答复，至 ' || (select as_of from as_of) || ' 未见答复'
  from mart.answers a
  where a.replied_on is null and a.due_on < (select as_of from as_of)
  union all
  select '办理结果口径未列', h.proposal_id, h.department, '“' || h.outcome_raw || '”在所用口径中没有对应'
  from handlings h
  where h.outcome_raw is not null and h.outcome is null
  union all
  select '评价用语口径未列', f.proposal_id, f.department, '“' || coalesce(f.result_raw, f.attitude_raw) || '”在所用口径中没有对应'
  from raw.feedback f
  where (f.result_raw is not null and f.result is null) or (f.attitude_raw is not null and f.attitude is null)
  union all
  select '会办单位有评价', h.proposal_id, h.department, '会办单位不答复提案人，不应有满意度'
  from handlings h join raw.feedback f using (proposal_id, department)
  where h.role = 'co'
  union all
  select '承办单位未识别', null, h.department, '名录中没有这个名称，涉及 ' || count(distinct h.proposal_id) || ' 件；是简称或旧称的请加到 departments.yaml'
  from handlings h
  anti join raw.departments using (department)
  where h.department is not null
    and (not regexp_matches(h.department, '(人民政府|街道办事处|[区园城港岛]管理委员会)$') or regexp_matches(h.department, '各|有关|相关'))
  group by h.department
)
select distinct f.kind, f.proposal_id, f.department, f.says, p.source_file, p.source_row
from findings f
left join proposals p using (proposal_id)
order by f.kind, p.source_file, p.source_row, f.proposal_id, f.department, f.says
