-- What every count and rate of the page is summed from: mart.entries with the words that distributions are drawn by.
-- Days that are not known are -1.
with
e as (select * from mart.entries),
a as (select * from mart.answers)
select
  n.proposal,
  e.* exclude (proposal_id, answer),
  p.subtopic_name,
  p.filed,
  p.key_proposal,
  a.outcome_raw,
  a.outcome,
  a.outcome_final_raw,
  a.outcome_final,
  a.result_first_raw,
  a.result_first,
  a.result_final_raw,
  a.result_final,
  a.attitude_first_raw,
  a.attitude_first,
  a.attitude_final_raw,
  a.attitude_final,
  coalesce(a.days_to_reply, -1) as days_to_reply,
  p.topic_review
from e
join numbered n using (proposal_id)
join mart.proposals p using (proposal_id)
left join a using (proposal_id, answer)
order by n.proposal, e.answer
