-- Matters that come back.
select * from mart.issues order by issue
