-- 办理难点（逐份答复） // Obstacles read out of answers: a kind in an answer, with the sentence that says so
-- 从答复原文读出：一份答复一类难点一行，附说明它的那一句。没有答复原文的不在此表。
-- grain: proposal_id, department, kind
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- period: 年度或届次 // year, or session where there is no year
-- body: 类别 // whose: 政协 or 人大
-- title: 标题 // title
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- department: 承办单位；规范名称 // department, canonical name
-- kind: 难点类别代码；funding 资金 policy 政策法规 authority 上级权限 cross_department 跨部门协调 already_under_way 已在推进 technical 技术条件 land 用地 other 其他 // kind: funding, policy, authority, cross_department, already_under_way, technical, land, other
-- kind_name: 难点类别；名称见 obstacles.yaml // kind, Chinese name
-- evidence: 依据；答复原文中的一句 // sentence of the answer
-- method: 读出方式；rule 按写法规则 model 由模型判断 // how it was read: rule, or model
-- score: 模型把握；0–1 // probability by the model, 0–1
-- review: 需人工核对；只由模型判断的，或规则读出而模型把握很低的 // a person must look: by the model alone, or a rule that the model doubts
with
proposals as (select * from mart.proposals),
obstacles as (
  -- A department that answers twice about one proposal counts once a kind.
  select * from raw.obstacles
  qualify row_number() over (partition by proposal_id, department, kind order by rowid) = 1
),
kinds as (select * from raw.obstacle_kinds)
select
  o.proposal_id,
  p.period,
  p.body,
  p.title,
  p.topic,
  p.topic_name,
  o.department,
  o.kind,
  k.kind_name,
  o.evidence,
  o.method,
  o.score,
  o.review
from obstacles o
join proposals p using (proposal_id)
join kinds k using (kind)
order by p.period, o.proposal_id, o.department nulls last, k.position
