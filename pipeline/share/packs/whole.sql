-- What all departments together did, answer by answer (件次): what a pack compares its own department with.
select metric, period, sum(numerator)::integer as numerator, sum(denominator)::integer as denominator
from mart.rates
where dimension = 'department' and body = '全部'
group by metric, period
order by metric, period
