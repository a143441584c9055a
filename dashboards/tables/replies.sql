-- The texts of the answers; left out where the file would become too large.
select n.proposal, h.department, h.reply_text
from raw.handlings h
join numbered n using (proposal_id)
where h.reply_text is not null
order by n.proposal, h.department
