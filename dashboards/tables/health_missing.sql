-- How much of each column is missing.
select * from mart.health_missing
