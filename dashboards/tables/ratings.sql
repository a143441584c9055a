-- What the proposer said of each answer, round by round.
select n.proposal, f.department, f.round, f.attitude_raw, f.attitude, f.result_raw, f.result, f.returned_on
from raw.feedback f
join numbered n using (proposal_id)
order by n.proposal, f.department, f.round
