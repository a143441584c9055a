-- For each proposal the five that resemble it most, in either direction.
with
pairs as (
  select a, b, relation, score from raw.links
  union all
  select b, a, case relation when 'fragment' then 'contains' else relation end, score from raw.links
),
nearest as (
  select *
  from pairs
  qualify row_number() over (partition by a order by score desc, b) <= 5
)
select a.proposal, b.proposal as other, s.relation, round(s.score, 2)::double as score
from nearest s
join numbered a on a.proposal_id = s.a
join numbered b on b.proposal_id = s.b
order by a.proposal, s.score desc, b.proposal
