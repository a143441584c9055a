-- 提案总表 // Proposals: one each, with its first topic and the outcome and ratings of its first answering department
-- 一件提案或建议一行，主题取排名第一者，结果和评价取第一个应答复单位的。
-- grain: proposal_id
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- period: 年度或届次；有年度的为年度，否则为第几届，都没有的为“不详” // year; session where there is no year; 不详 for neither
-- year: 年度 // year
-- body: 类别；政协或人大 // whose: 政协 or 人大
-- number: 编号 // number
-- title: 标题 // title
-- topic: 主题代码 // topic, id of the taxonomy
-- topic_name: 主题 // topic, Chinese name
-- subtopic_name: 二级主题 // second-level topic, Chinese name
-- topic_score: 主题得分；0–1，越高越有把握 // probability of the topic, 0–1
-- topic_words: 判定词 // words that decided the topic
-- topic_review: 主题需人工复核 // whether a person must check the topic
-- proposer: 提案人 // proposer
-- proposer_type: 提案人类别 // kind of proposer: 个人, 联名, 集体
-- district: 地区 // district
-- category: 台账原分类 // the ledger’s own category
-- filed: 立案情况 // filing: 立案, 并案, 转意见建议, 不立案
-- key_proposal: 是否重点 // whether a key proposal
-- disclosure: 公开属性 // disclosure: 主动公开, 依申请公开, 不予公开
-- answers: 应答复件次；应答复单位的个数，未交办为 0 // number of answering departments; 0 when unassigned
-- departments: 应答复单位；多个用、分隔 // answering departments, joined by 、
-- co_departments: 会办单位 // co-handlers
-- assigned_on: 交办日期 // date of assignment
-- due_on: 应答复日期 // due date of the answer
-- replied_on: 答复日期 // date of the answer
-- days_to_reply: 答复用时（天） // days to the answer
-- is_late: 是否逾期 // whether late
-- met: 是否面商 // whether the proposer was met
-- outcome_raw: 办理结果原文 // outcome as written
-- outcome: 办理结果统一口径 // outcome in common terms
-- result_first: 首次评价 // first rating
-- result_final: 最终评价 // final rating
-- source_file: 来源文件 // source file
-- source_row: 来源行号；0 表示来自单独的文档 // row in the source file; 0 for a document of its own
with
proposals as (select * from raw.proposals),
topics as (select * from raw.classifications where rank = 1),
topic_names as (select distinct topic, topic_name from raw.topics),
subtopic_names as (select topic, subtopic, subtopic_name from raw.topics where subtopic is not null),
answers as (select * from mart.answers),
first_answer as (select * from answers where answer = 1),
units as (
  select proposal_id, count(*)::integer as answers, string_agg(department, '、' order by answer) as departments
  from answers
  group by proposal_id
),
co_units as (
  select proposal_id, string_agg(department, '、' order by rowid) as co_departments
  from raw.handlings
  where role = 'co'
  group by proposal_id
)
select
  p.proposal_id,
  coalesce(p.year::varchar, '第' || nullif(regexp_extract(p.session, '(\d+)', 1), '') || '届', '不详') as period,
  p.year,
  p.body,
  p.number,
  p.title,
  t.topic,
  n.topic_name,
  s.subtopic_name,
  t.score as topic_score,
  t.words as topic_words,
  t.review as topic_review,
  p.proposer,
  p.proposer_type,
  p.district,
  p.category,
  p.filed,
  p.key_proposal,
  p.disclosure,
  coalesce(u.answers, 0) as answers,
  u.departments,
  c.co_departments,
  a.assigned_on,
  a.due_on,
  a.replied_on,
  a.days_to_reply,
  a.is_late,
  a.met,
  a.outcome_raw,
  a.outcome,
  a.result_first,
  a.result_final,
  p.source_file,
  p.source_row
from proposals p
join topics t using (proposal_id)
join topic_names n using (topic)
left join subtopic_names s using (topic, subtopic)
left join first_answer a using (proposal_id)
left join units u using (proposal_id)
left join co_units c using (proposal_id)
order by p.year nulls last, p.body, try_cast(p.number as integer) nulls last, p.proposal_id
