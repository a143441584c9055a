-- 未能读入的内容 // What could not be read: a cell becomes null; rows, sheets and files are not counted
-- 单元格读不出的置空，整行、整表、整个文件读不出的不计入件数；全部列在此处。
-- grain: scope, file, sheet, row, column_name, value, reason
-- scope: 范围；file 文件 sheet 工作表 row 行 cell 单元格 // file, sheet, row or cell
-- file: 文件 // file
-- sheet: 工作表 // sheet
-- row: 行号 // row, 1-based
-- column_name: 列名 // column
-- value: 原值 // value as written
-- reason: 原因 // reason
select distinct scope, file, sheet, row, "column" as column_name, value, reason
from raw.rejects
order by file, sheet, row, column_name, value, reason, scope
