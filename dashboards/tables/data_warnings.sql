-- What is right and yet easily misread.
select * from mart.data_warnings
