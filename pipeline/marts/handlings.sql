-- 承办明细（件次） // Handlings: one proposal at one department, co-handlers included
-- 一件提案在一个单位一行，含会办。
-- grain: proposal_id, handling
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- handling: 该案第几条承办 // number of the handling within the proposal, from 1
-- department: 承办单位；规范名称 // department, canonical name
-- department_raw: 承办单位原文 // department as written
-- role: 承办方式；lead 主办 sole 独办 separate 分办 joint 合办 co 会办 // role: lead, sole, separate, joint, co
-- assigned_on: 交办日期 // date of assignment
-- due_on: 应答复日期；台账所写 // due date as the ledger gives it
-- replied_on: 答复日期 // date of the answer
-- met_on: 面商日期 // date on which the proposer was met
-- met: 是否面商 // whether the proposer was met
-- outcome_raw: 办理结果原文 // outcome as written
-- outcome: 办理结果统一口径 // outcome in common terms
-- reply_text: 答复内容 // text of the answer
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
