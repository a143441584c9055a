-- The texts that a case opens with, whole only where its parts are not told apart; left out where the file would become
-- too large (write-dashboard.ts).
select
  n.proposal,
  case when p.problem is null and p.analysis is null and p.suggestion is null then p.text end as text,
  p.problem,
  p.analysis,
  p.suggestion
from raw.proposals p
join numbered n using (proposal_id)
where p.text is not null
order by n.proposal
