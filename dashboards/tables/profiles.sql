-- By which profile the codes, deadlines and ratings of each body and year were read.
select
  body,
  profile_name,
  profile,
  min(year) as first_year,
  max(year) as last_year,
  strict,
  broad,
  merged,
  working_days
from raw.profiles
group by all
order by body nulls last, first_year nulls last, profile
