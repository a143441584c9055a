-- The proposals by number, in the order of the list: what the other tables of the page point to.
select
  proposal_id,
  (row_number() over (order by year nulls last, body, try_cast(number as integer) nulls last, proposal_id) - 1)::integer as proposal
from mart.proposals
