-- 承诺事项 // Promised items: one each, and whether it was kept
-- 一项承诺一行。兑现率只看到期的和已经兑现的；从答复读出的和台账没有兑现栏的不能判断，另列。
-- grain: proposal_id, item_number
-- proposal_id: 案件标识 // proposal, readable and unique in a run
-- item_number: 该案第几项承诺 // number of the promise within the proposal, from 1
-- answer: 承诺所属的应答复承办；承诺单位不在应答复单位中的归第一个 // answer that it belongs to; the first where its department is not among the answering ones
-- year: 承诺年度；答复日期的年份，没有答复日期的为案件年度 // year of the promise: of the answer, else of the proposal
-- body: 类别 // whose: 政协 or 人大
-- department: 承诺单位 // department that promised
-- item: 承诺事项 // what was promised
-- due_on: 承诺时限 // day by which it was promised
-- fulfilled_on: 兑现日期 // day on which it was kept
-- source: 出处；ledger 台账所列 answer 从答复中读出 // ledger, or answer where it was read out of the text
-- state: 状态；kept 按时兑现 kept_late 逾期兑现 broken 到期未兑现 open 未到期 undated 没有时限也未兑现 unknown 台账没有登记兑现情况 // kept, kept_late, broken, open (not due), undated (no day, not kept), unknown (no ledger says)
with
commitments as (
  select *, row_number() over (partition by proposal_id order by rowid)::integer as item_number
  from raw.commitments
),
proposals as (select * from raw.proposals),
answers as (select * from mart.answers),
as_of as (select as_of from raw.runs),
ledgers as (select distinct source_file from raw.ledger_fields where field = 'promise_fulfilled_on'),
owned as (
  select c.proposal_id, c.item_number, min(a.answer) as answer
  from commitments c
  join answers a on a.proposal_id = c.proposal_id and a.department is not distinct from c.department
  group by c.proposal_id, c.item_number
)
select
  c.proposal_id,
  c.item_number,
  coalesce(o.answer, 1)::integer as answer,
  coalesce(year(a.replied_on), p.year)::integer as year,
  p.body,
  c.department,
  c.item,
  c.due_on,
  c.fulfilled_on,
  c.source,
  case
    when c.fulfilled_on > c.due_on then 'kept_late'
    when c.fulfilled_on is not null then 'kept'
    when l.source_file is null or c.source = 'answer' then 'unknown'
    when c.due_on is null then 'undated'
    when c.due_on < (select as_of from as_of) then 'broken'
    else 'open'
  end as state
from commitments c
join proposals p using (proposal_id)
left join owned o on o.proposal_id = c.proposal_id and o.item_number = c.item_number
left join answers a on a.proposal_id = c.proposal_id and a.answer = coalesce(o.answer, 1)
left join ledgers l on l.source_file = p.source_file
order by c.proposal_id, c.item_number
