-- What every count and rate of the page is summed from: mart.entries with the words that distributions are drawn by.
-- Days that are not known are -1. `with_text` counts the answers whose text could be read for obstacles, a department
-- once a proposal as in mart.obstacles.
with
e as (select * from mart.entries),
a as (select * from mart.answers),
read as (
  select t.proposal_id, t.department, min(a.answer) as answer
  from (
    select distinct proposal_id, department
    from raw.handlings
    where role <> 'co' and trim(reply_text) <> ''
  ) t
  join a on a.proposal_id = t.proposal_id and a.department is not distinct from t.department
  group by t.proposal_id, t.department
),
again as (select proposal_id, answer, is_merged, is_observed, is_reopened from mart.reopened_answers)
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
  p.topic_review,
  coalesce(year(a.replied_on), e.year)::varchar as answer_year,
  (r.proposal_id is not null)::integer as with_text,
  -- Of answers that said solved or planned: what came back within 24 months, and what can be judged at all.
  flag(not again.is_merged and again.is_observed) as reopen_observed,
  flag(not again.is_merged and not again.is_observed) as reopen_too_recent,
  flag(not again.is_merged and again.is_observed and again.is_reopened) as reopened
from e
join numbered n using (proposal_id)
join mart.proposals p using (proposal_id)
left join a using (proposal_id, answer)
left join read r on r.proposal_id = e.proposal_id and r.answer = e.answer
left join again using (proposal_id, answer)
order by n.proposal, e.answer
