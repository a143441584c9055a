-- What happened to a proposal after it was assigned.
select n.proposal, e.department, e.kind, e.happened_on, e.detail, e.outcome
from raw.handling_events e
join numbered n using (proposal_id)
order by n.proposal, e.happened_on nulls last, e.rowid
