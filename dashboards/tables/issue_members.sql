-- The proposals of each matter.
select
  n.proposal, m.issue, m.raising, m.is_merged, m.previous_outcome, m.days_since_previous, m.years_since_previous, m.after_solved, m.after_planned,
  m.placed_by_hand
from mart.issue_members m
join numbered n using (proposal_id)
order by m.issue, m.raising, n.proposal
