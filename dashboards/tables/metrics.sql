-- What every rate is: its formula, what is left out and why.
select * from mart.metrics
