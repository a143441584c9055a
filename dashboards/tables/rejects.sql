-- What could not be read.
select * from mart.rejects
