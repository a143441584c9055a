-- 逐条回应（建议各条） // Items that a proposal asks, and whether the answer speaks of them; compared by words, doubtful ones need a person
-- 提案所提的每一条建议一行，看答复是否说到它。只有提案和答复都有原文的才在此表；由机器比对文字得出，疑似的请人看。
-- grain: proposal_id, item
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- item: 第几条 // number of the item, from 1
-- period: 年度或届次 // year, or session where there is no year
-- title: 标题 // title
-- departments: 应答复单位 // answering departments
-- suggestion: 建议原文 // the item as written
-- answered: 是否回应；yes 已回应 doubtful 疑似 no 未见回应 // yes, doubtful or no
-- evidence: 答复原文中最接近的话；未见回应的为空 // words of the answer that come nearest; null where none does
-- score: 重合程度；0–1，建议中的字词有多少出现在这段话里，少见的字词分量重 // share of the item’s words that they hold, 0–1, rare words weigh more
with
proposals as (select * from mart.proposals),
suggestions as (select * from raw.suggestion_answers)
select
  s.proposal_id,
  s.item,
  p.period,
  p.title,
  p.departments,
  s.suggestion,
  s.answered,
  s.evidence,
  s.score
from suggestions s
join proposals p using (proposal_id)
order by p.period, s.proposal_id, s.item
