-- Obstacles named in the answers, with the sentence that says so.
select n.proposal, o.department, o.kind_name, o.evidence, o.review
from mart.obstacles o
join numbered n using (proposal_id)
order by n.proposal, o.department, o.kind
