-- 分办建议 // Departments that the machine proposes for a proposal, without looking at who had it
-- 一件提案的一个建议承办单位一行：主办候选按把握排列，其后是会办。建议不看本次台账里的承办单位，可与实际对照。
-- grain: proposal_id, rank
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- rank: 排名；1 是建议的主办单位 // rank; 1 is the proposed lead
-- department: 建议承办单位 // department proposed
-- role: 建议承办方式；lead 主办候选 co 会办 // role proposed: lead or co
-- score: 把握；0–1，由该单位主办（会办）的概率 // probability, 0–1
-- reason: 依据 // reason
-- review: 需人工复核；同一件各行相同 // whether a person must decide; the same for all ranks of a proposal
-- handled: 台账中由其承办；主办候选对照应答复单位，会办对照会办单位，台账没有写承办单位的为空 // whether the ledger gave it to that department; null where the ledger names none
with
routes as (select * from raw.routes),
handlings as (select * from raw.handlings where department is not null),
known as (select distinct proposal_id from handlings)
select
  r.proposal_id,
  r.rank,
  r.department,
  r.role,
  r.score,
  r.reason,
  r.review,
  case
    when k.proposal_id is not null
      then exists (
        from handlings h
        where h.proposal_id = r.proposal_id and h.department = r.department and (h.role = 'co') = (r.role = 'co')
      )
  end as handled
from routes r
left join known k using (proposal_id)
order by r.proposal_id, r.rank
