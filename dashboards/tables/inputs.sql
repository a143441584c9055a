-- The files that proposals came from, and how many came from each.
select
  source_file,
  string_agg(distinct body, '、' order by body) as bodies,
  min(year) as first_year,
  max(year) as last_year,
  count(*)::integer as proposals
from raw.proposals
group by source_file
order by source_file
