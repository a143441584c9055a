-- Promises, each with its proposal.
select n.proposal, m.year, m.body, m.department, m.item, m.due_on, m.fulfilled_on, m.source, m.state
from mart.promises m
join numbered n using (proposal_id)
order by n.proposal, m.item_number
