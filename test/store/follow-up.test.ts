import { describe, expect, it } from 'vitest';
import { martsOf } from './marts-of.ts';

const HEADER =
  '编号,案由,主办单位,会办单位,交办时间,答复时间,办理结果,调整后结果,调整时间,满意度,评价时间,二次评价,二次评价时间,承诺事项,承诺时限,承诺兑现时间';
const LEDGER = [
  HEADER,
  '1,甲,水利局,财政局,2024-03-01,2024-05-20,B,A,2024-11-20,不满意,2024-06-01,满意,2024-06-20,修渠,2024-10-01,2024-09-20',
  '2,乙,水利局,,2024-03-01,2024-05-20,B,X,2024-11-20,不满意,2024-06-01,不满意,2024-08-01,修坝,2024-10-01,2024-12-01',
  '3,丙,教育局,,2024-03-01,2024-05-20,B,,,满意,2024-06-01,,,建校,2024-10-01,',
  '4,丁,教育局,,2024-03-01,2024-05-20,C,B,2024-07-20,不满意,,,,扩班,2026-09-01,',
  '5,戊,教育局,,2024-03-01,2024-05-20,A,,,,,,,培训,,',
].join('\n');
const marts = () =>
  martsOf({ '2024政协提案.csv': LEDGER }, { as_of: '2025-06-30', profiles: { 默认: 'city-abcd' } });

describe('mart.conversions', () => {
  it('counts from what to what, and keeps a code that nobody maps as it is', async () => {
    const sql =
      'select from_outcome, to_outcome, to_raw, answers, round(median_months) from mart.conversions';
    expect(await (await marts())(sql)).toEqual([
      ['in_progress', 'solved', null, 1, 6],
      ['in_progress', null, 'X', 1, 6],
      ['planned', 'in_progress', null, 1, 2],
    ]);
  });
});

describe('mart.promises', () => {
  it('says of each promise what became of it, by the year of the answer', async () => {
    expect(await (await marts())('select item, year, answer, state from mart.promises')).toEqual([
      ['修渠', 2024, 1, 'kept'],
      ['修坝', 2024, 1, 'kept_late'],
      ['建校', 2024, 1, 'broken'],
      ['扩班', 2024, 1, 'open'],
      ['培训', 2024, 1, 'undated'],
    ]);
  });

  it('calls nothing broken where the ledger has no column for it', async () => {
    const short = LEDGER.split('\n').map((line) => line.split(',').slice(0, -1).join(','));
    const query = await martsOf({ '2024政协提案.csv': short.join('\n') });
    expect(await query('select distinct state from mart.promises')).toEqual([['unknown']]);
  });
});

describe('mart.rehandling', () => {
  it('has every first 不满意, with the day by which it was to be handled again', async () => {
    const sql =
      'select proposal_id, refused_on, due_on, rehandled, rerated_on, is_late, result_final from mart.rehandling';
    expect(await (await marts())(sql)).toEqual([
      ['政协-2024-1', '2024-06-01', '2024-07-01', true, '2024-06-20', false, 'satisfied'],
      ['政协-2024-2', '2024-06-01', '2024-07-01', true, '2024-08-01', true, 'dissatisfied'],
      ['政协-2024-4', null, null, false, null, null, null],
    ]);
  });
});

describe('every mart', () => {
  it('has as many rows, or counts as many cases, as what it is made of', async () => {
    const query = await marts();
    const answering = "raw.handlings where role <> 'co'";
    const equal: [string, string][] = [
      ['count(*) from mart.proposals', 'count(*) from raw.proposals'],
      ['count(*) from mart.handlings', 'count(*) from raw.handlings'],
      ['count(*) from mart.answers', `count(*) from ${answering}`],
      ['count(*) from mart.promises', 'count(*) from raw.commitments'],
      ['count(*) from mart.metrics', 'count(*) from raw.metrics'],
      ['sum(proposals) from mart.cube', 'count(*) from raw.proposals'],
      ['sum(answers) from mart.cube', `count(*) from ${answering}`],
      ['sum(promises) from mart.cube', 'count(*) from raw.commitments'],
      ['sum(proposals) from mart.overview', 'count(*) from raw.proposals'],
      ['sum(proposals) from mart.topics_by_year', 'count(*) from raw.proposals'],
      ['sum(proposals) from mart.outcomes', `count(*) from ${answering} and outcome_raw is not null`],
      ['sum(answers) from mart.departments', `count(*) from ${answering}`],
      ['sum(co) from mart.departments', "count(*) from raw.handlings where role = 'co'"],
      [
        "sum(ratings) from mart.satisfaction where round = 'first'",
        'count(*) from raw.feedback where round = 1',
      ],
      [
        'count(*) from mart.rehandling',
        "count(*) from raw.feedback where round = 1 and result = 'dissatisfied'",
      ],
      [
        'sum(answers) from mart.conversions',
        "count(*) from raw.handling_events where kind = 'grade_changed'",
      ],
      [
        "sum(replied) from mart.reply_days where dimension = 'total' and period = '全部' and body = '全部'",
        `count(replied_on) from ${answering}`,
      ],
      [
        "count(*) from mart.rates where dimension = 'total' and period = '全部' and body = '全部'",
        'count(*) from raw.metrics where quantile is null',
      ],
      ['count(*) from mart.rejects', 'count(*) from raw.rejects'],
    ];
    for (const [mart, raw] of equal) {
      const counts = await query(`select (select ${mart})::integer, (select ${raw})::integer`);
      expect([mart, counts[0]?.[0]]).toEqual([mart, counts[0]?.[1]]);
    }
  });
});
