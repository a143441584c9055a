-- Figures of handling reports.
select * from mart.report_history
