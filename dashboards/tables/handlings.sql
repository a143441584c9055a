-- Who handled each proposal, co-handlers too, with the dates and grades of those who owe the answer.
with
entries as (
  select proposal_id, department, role, assigned_on, due_on, replied_on, met, outcome_raw, outcome, outcome_final_raw, outcome_final, days_to_reply, is_late, answer
  from mart.answers
),
co as (
  select proposal_id, department, role, assigned_on, due_on, replied_on, met, outcome_raw, outcome, null, null, null, null, null
  from raw.handlings
  where role = 'co'
)
select n.proposal, h.* exclude (proposal_id, answer)
from (from entries union all from co) h
join numbered n using (proposal_id)
order by n.proposal, h.answer nulls last, h.department
