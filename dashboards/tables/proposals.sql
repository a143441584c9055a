-- The list of proposals; row i is number i of the other tables. Its topic, body, year and district are in entries too.
select
  p.* exclude (topic, answers, departments, co_departments, assigned_on, due_on, replied_on, days_to_reply, is_late, met),
  r.sector,
  r.submitted_on,
  r.merged_into
from mart.proposals p
join raw.proposals r using (proposal_id)
join numbered n using (proposal_id)
order by n.proposal
