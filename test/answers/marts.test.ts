import { describe, expect, it } from 'vitest';
import { martsOf } from '../store/marts-of.ts';

const HEAD = '编号,案由,建议,主办单位,会办单位,交办时间,答复时间,办理情况,承诺事项,承诺时限,承诺兑现时间';
const LEDGER = [
  HEAD,
  '1,甲,修补学前大道路面；补种行道树,水利局,财政局,2024-03-01,2024-05-20,因财力有限，学前大道路面今年只修南段。力争2024年12月底前修完北段。,,,',
  '2,乙,增设路灯,水利局、教育局,,2024-03-01,2024-05-20,用地尚未批复，计划2025年1月10日前装好路灯。,,,',
  '3,丙,增设站点,教育局,,2024-03-01,2024-05-20,站点将于2024年9月底前建成。,建成站点,2024-09-30,2024-10-08',
  '4,丁,增设站点,教育局,,2024-10-10,,,,,',
  '5,戊,增设站点,公安局,,2024-03-01,,,,,',
  '6,己,增设站点,公安局,,2024-12-01,,,,,',
].join('\n');

/** The marts over one CSV ledger on 31 December 2024. */
const marts = (csv: string, remind_days: number | null = null) =>
  martsOf({ '2024政协提案.csv': csv }, { as_of: '2024-12-31', remind_days });

describe('mart.obstacles', () => {
  it('has a row for each answer and kind, co-handlers none', async () => {
    const query = await marts(LEDGER);
    expect(await query('select proposal_id, department, kind_name, evidence from mart.obstacles')).toEqual([
      ['政协-2024-1', '水利局', '资金', '因财力有限，学前大道路面今年只修南段。'],
      ['政协-2024-2', '教育局', '用地', '用地尚未批复，计划2025年1月10日前装好路灯。'],
      ['政协-2024-2', '水利局', '用地', '用地尚未批复，计划2025年1月10日前装好路灯。'],
    ]);
  });
});

describe('mart.obstacles_by_year', () => {
  it('counts against the answers that have a text, the same for every kind', async () => {
    const query = await marts(LEDGER);
    const sql = `select department, kind, answers, with_text from mart.obstacles_by_year where kind in ('funding', 'land')`;
    expect(await query(sql)).toEqual([
      ['教育局', 'funding', 0, 2],
      ['教育局', 'land', 1, 2],
      ['水利局', 'funding', 1, 2],
      ['水利局', 'land', 1, 2],
    ]);
    expect(await query('select sum(answers)::integer from mart.obstacles_by_year')).toEqual(
      await query('select count(*)::integer from mart.obstacles'),
    );
  });
});

describe('mart.suggestions and mart.suggestions_answered', () => {
  it('show each item asked, and count them', async () => {
    const query = await marts(LEDGER);
    expect(
      await query(
        `select item, suggestion, answered from mart.suggestions where proposal_id = '政协-2024-1'`,
      ),
    ).toEqual([
      [1, '修补学前大道路面', 'yes'],
      [2, '补种行道树', 'no'],
    ]);
    const sql =
      'select departments, proposals, all_answered, items, answered + doubtful + unanswered from mart.suggestions_answered';
    expect(await query(`${sql} where departments = '水利局'`)).toEqual([['水利局', 1, 0, 2, 2]]);
    expect(await query('select sum(items)::integer from mart.suggestions_answered')).toEqual(
      await query('select count(*)::integer from mart.suggestions'),
    );
  });
});

describe('mart.reminders', () => {
  const sql = 'select kind, proposal_id, department, days_left, item, source from mart.reminders';

  it('lists what is late or due soon, answers and promises, each promise once', async () => {
    const query = await marts(LEDGER);
    expect(await query(sql)).toEqual([
      ['overdue', '政协-2024-5', '公安局', -213, null, null],
      ['due_soon', '政协-2024-4', '教育局', 10, null, null],
      ['promise_due_soon', '政协-2024-1', '水利局', 0, '力争2024年12月底前修完北段', 'answer'],
      [
        'promise_due_soon',
        '政协-2024-2',
        '水利局',
        10,
        '用地尚未批复，计划2025年1月10日前装好路灯',
        'answer',
      ],
    ]);
  });

  it('looks as far ahead as remind_days says', async () => {
    const query = await marts(LEDGER, 0);
    expect((await query(sql)).map(([kind]) => kind)).toEqual(['overdue', 'promise_due_soon']);
  });

  it('keeps the ledger’s promise where the answer says the same', async () => {
    const query = await marts(LEDGER);
    expect(await query(`select item, source from raw.commitments where proposal_id = '政协-2024-3'`)).toEqual(
      [['建成站点', 'ledger']],
    );
  });
});
