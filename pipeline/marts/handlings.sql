-- 承办明细（件次）
-- 一件提案在一个单位一行，含会办。
-- grain: proposal_id, handling
-- proposal_id: 案件标识
-- handling: 该案第几条承办
-- department: 承办单位；规范名称
-- department_raw: 承办单位原文
-- role: 承办方式；lead 主办 sole 独办 separate 分办 joint 合办 co 会办
-- assigned_on: 交办日期
-- due_on: 应答复日期；台账所写
-- replied_on: 答复日期
-- met_on: 面商日期
-- met: 是否面商
-- outcome_raw: 办理结果原文
-- outcome: 办理结果统一口径
-- reply_text: 答复内容
with handlings as (select *, row_number() over (partition by proposal_id order by rowid)::integer as handling from raw.handlings)
select
  proposal_id,
  handling,
  department,
  department_raw,
  role,
  assigned_on,
  due_on,
  replied_on,
  met_on,
  met,
  outcome_raw,
  outcome,
  reply_text
from handlings
order by proposal_id, handling
