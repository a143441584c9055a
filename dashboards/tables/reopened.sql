-- How often what was called solved, or planned, came back.
select * from mart.reopened
