-- 未能读入的内容
-- 单元格读不出的置空，整行、整表、整个文件读不出的不计入件数；全部列在此处。
-- grain: scope, file, sheet, row, column_name, value, reason
-- scope: 范围；file 文件 sheet 工作表 row 行 cell 单元格
-- file: 文件
-- sheet: 工作表
-- row: 行号
-- column_name: 列名
-- value: 原值
-- reason: 原因
select distinct scope, file, sheet, row, "column" as column_name, value, reason
from raw.rejects
order by file, sheet, row, column_name, value, reason, scope
