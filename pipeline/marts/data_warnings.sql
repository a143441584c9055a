-- 数据提醒 // What is right and yet easily misread: small samples, 100 % by construction, late changes …
-- 数字本身没有错、但照着看会误读的地方：小样本、由做法决定的满意率、事后调整、口径和主题的变化等。
-- grain: kind, period, body, subject
-- kind: 提醒类型 // kind of warning
-- period: 年度或届次；各年合计为“全部” // year or session; 全部 over all years
-- body: 类别；不分类别为“全部” // 政协 or 人大; 全部 for both
-- subject: 涉及的单位、主题、指标或口径；整个年度的为“全部” // department, topic, metric or profile; 全部 for a whole year
-- affected: 涉及数 // how many it touches
-- of_total: 总数；没有意义的为空 // out of how many; null where that means nothing
-- says: 说明 // what it says
with
rates as (select * from mart.rates),
answers as (select a.*, p.period from mart.answers a join mart.proposals p using (proposal_id) where a.counted),
proposals as (select * from mart.proposals),
profiles as (select * from raw.profiles),
run as (select * from raw.runs),
small as (
  select
    '小样本百分之百' as kind,
    '全部' as period,
    '全部' as body,
    value || '：' || name as subject,
    numerator as affected,
    denominator as of_total,
    format('100%，但只有 {} {}（95% 区间 {:.1f}–100%），不宜据此排名', denominator, unit, low * 100) as says
  from rates
  where dimension = 'department' and period = '全部' and value <> '不详'
    and metric in ('satisfied_rate', 'solved_rate') and numerator = denominator and denominator < 10
),
uniform as (
  select
    '全体百分之百',
    period,
    body,
    name,
    numerator,
    denominator,
    format('{} {}全部如此，这个指标在这里分不出高低', denominator, unit)
  from rates
  where dimension = 'total' and period = '全部' and body = '全部' and denominator >= 10 and numerator = denominator
    and (metric like '%satisfied%' or metric like '%attitude%')
),
asked_first as (
  select
    '先评价后答复',
    '全部',
    '全部',
    department,
    count(*) filter (where rated_on < replied_on)::integer as early,
    count(*)::integer as dated,
    case
      when count(*) filter (where rated_on < replied_on) * 2 >= count(*)
      then format('写明两个日期的 {} 件次中，{} 件次评价早于答复：先征得满意再正式答复，满意率由做法决定，不能与其他单位比较', count(*), count(*) filter (where rated_on < replied_on))
      else format('写明两个日期的 {} 件次中，{} 件次评价早于答复，请核对日期', count(*), count(*) filter (where rated_on < replied_on))
    end
  from answers
  where rated_on is not null and replied_on is not null and department is not null
  group by department
  having count(*) filter (where rated_on < replied_on) > 0
),
changed_late as (
  select
    '事后调整办理结果',
    period,
    coalesce(body, '不详'),
    '全部',
    count(*)::integer,
    null::integer,
    format('{} 件次调整过办理结果，其中评价之后 {}、年度结束之后 {}；解决率按答复时的结果，落实率按调整后的结果', count(*), count(*) filter (where changed_on > rated_on), count(*) filter (where year(changed_on) > year))
  from answers
  where outcome_final_raw is distinct from outcome_raw
  group by period, body
  having count(*) filter (where changed_on > rated_on or year(changed_on) > year) > 0
),
unmapped as (
  select
    '口径未列的代码',
    period,
    coalesce(body, '不详'),
    what,
    count(*)::integer,
    null::integer,
    format('{}：原样单列，不并入任何一类，也不计入分母', string_agg(distinct raw, '、' order by raw))
  from (
    select period, body, '办理结果' as what, outcome_raw as raw from answers where outcome_raw is not null and outcome is null
    union all
    select period, body, '评价用语', result_final_raw from answers where result_final_raw is not null and result_final is null
    union all
    select period, body, '态度评价', attitude_final_raw from answers where attitude_final_raw is not null and attitude_final is null
  )
  group by period, body, what
),
thin as (
  select
    '多数没有记载',
    period,
    body,
    name,
    denominator,
    denominator + excluded,
    format('{} {}中只有 {} {}能计入，其余：{}', denominator + excluded, unit, denominator, unit, excluded_why)
  from rates
  where dimension = 'total' and period = '全部' and body = '全部' and denominator > 0 and excluded > denominator
),
co_rated as (
  select
    '会办单位有评价',
    p.period,
    coalesce(p.body, '不详'),
    '全部',
    count(*)::integer,
    null::integer,
    format('{} 条评价记在会办单位名下；会办单位不答复提案人，这些评价没有计入', count(*))
  from raw.handlings h
  join raw.feedback f using (proposal_id, department)
  join proposals p using (proposal_id)
  where h.role = 'co'
  group by p.period, p.body
),
retired as (
  select
    '主题停用',
    '全部',
    '全部',
    coalesce(t.subtopic_name, t.topic_name),
    count(*) filter (where p.year >= year(t.retired))::integer,
    count(*)::integer,
    format('自 {} 停用：此前 {} 件，此后 {} 件仍归在这里，跨年比较前请核对', t.retired, count(*) filter (where p.year < year(t.retired)), count(*) filter (where p.year >= year(t.retired)))
  from raw.topics t
  join raw.classifications c on c.rank = 1 and c.topic = t.topic and (t.subtopic is null or c.subtopic = t.subtopic)
  join raw.proposals p using (proposal_id)
  where t.retired is not null
  group by t.topic_name, t.subtopic_name, t.retired
),
out_of_date as (
  select
    '口径不在有效期',
    coalesce(year::varchar, '不详'),
    coalesce(body, '不详'),
    profile_name,
    null::integer,
    null::integer,
    format('这套口径的有效期为 {} 至 {}，请在 jianyan.yaml 的 profiles 里按年度指定', valid_from, coalesce(valid_to::varchar, '今'))
  from profiles
  where year < year(valid_from) or year > year(valid_to)
),
several_profiles as (
  select
    '口径中途改变',
    '全部',
    body,
    '全部',
    count(distinct profile)::integer,
    null::integer,
    format('各年度用了不同的口径（{}），办理结果只能在两套口径都有的类别上跨年比较', string_agg(distinct profile_name, '、' order by profile_name))
  from profiles
  where body is not null
  group by body
  having count(distinct profile) > 1
),
holidays as (
  select
    '节假日安排未公布',
    '全部',
    '全部',
    '全部',
    count(*)::integer,
    null::integer,
    format('{} 年以后的节假日安排未收录，{} 件次按工作日推算的期限只扣除了周末', any_value(r.calendar_until), count(*))
  from raw.deadlines d
  join raw.proposals p using (proposal_id)
  join profiles f on f.body is not distinct from p.body and f.year is not distinct from p.year
  cross join run r
  where f.working_days and year(greatest(d.due_on, d.return_due_on, d.feedback_due_on, d.rehandle_due_on)) > r.calendar_until
  having count(*) > 0
),
warnings as (
  from asked_first
  union all from uniform
  union all from small
  union all from changed_late
  union all from co_rated
  union all from unmapped
  union all from thin
  union all from several_profiles
  union all from out_of_date
  union all from retired
  union all from holidays
)
select kind, period, body, subject, affected, of_total, says
from warnings as w (kind, period, body, subject, affected, of_total, says)
order by kind, period, body, subject
