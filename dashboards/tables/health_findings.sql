-- Findings about single rows: the first 200 of each kind, and how many there are.
select *, (count(*) over (partition by kind))::integer as of_kind
from mart.health_findings
qualify row_number() over (partition by kind order by proposal_id nulls last, department, says) <= 200
order by kind, proposal_id nulls last, department, says
