-- 公开提案目录 // the list of publishable proposals
-- 可以公开的提案和建议。只列标题，不列主题、承办单位、结果和评价，使人不能由目录数出不公布的数字。
-- grain: year, body, number, title
-- year: 年度 // year; empty when unknown
-- body: 类别 // 政协 or 人大
-- number: 编号 // number
-- title: 标题 // title
select year, body, number, title
from mart.proposals
order by year nulls last, body, try_cast(number as integer) nulls last, number, title
