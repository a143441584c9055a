import { describe, expect, it } from 'vitest';
import type { Config } from '../../pipeline/config.ts';
import { martsOf } from './marts-of.ts';

const marts = (csv: string, config: Config = {}) => martsOf({ '2024政协提案.csv': csv }, config);

const LEDGER = [
  '编号,案由,主办单位,会办单位,交办时间,答复时间,办理结果,面商时间,满意度,二次评价',
  '1,甲,水利局,财政局,2024-03-01,2024-05-20,解决采纳,2024-04-01,满意,',
  '2,乙,水利局,,2024-03-01,2024-07-01,正在解决,,不满意,基本满意',
  '3,丙,教育局,水利局,2024-03-01,,,,,',
  '4,丁,教育局,,2024-03-01,2024-02-01,Z,2024-04-01,满意,',
].join('\n');

describe('mart.answers', () => {
  it('has a row for each department that answers, co-handlers none, and works out due, days and late', async () => {
    const query = await marts(LEDGER, { as_of: '2024-12-31' });
    const sql =
      'select proposal_id, department, due_on, days_to_reply, is_late, result_first, result_final from mart.answers';
    expect(await query(sql)).toEqual([
      ['政协-2024-1', '水利局', '2024-06-01', 80, false, 'satisfied', 'satisfied'],
      ['政协-2024-2', '水利局', '2024-06-01', 122, true, 'dissatisfied', 'basically'],
      ['政协-2024-3', '教育局', '2024-06-01', null, true, null, null],
      ['政协-2024-4', '教育局', '2024-06-01', null, false, 'satisfied', 'satisfied'],
    ]);
  });
});

describe('mart.overview', () => {
  it('keeps numerators and denominators; an unmapped code is in neither', async () => {
    const query = await marts(LEDGER, { as_of: '2024-12-31' });
    const sql =
      'select proposals, assigned, replied, due, late, met, met_known, with_outcome, solved, rated, satisfied, basically, dissatisfied from mart.overview';
    expect(await query(sql)).toEqual([[4, 4, 3, 4, 2, 2, 4, 2, 1, 3, 2, 1, 0]]);
  });

  it('does not change when a co-handler is added', async () => {
    const rates = 'select * exclude (review) from mart.overview';
    const [before, after] = [
      await marts(LEDGER),
      await marts(LEDGER.replace('乙,水利局,,', '乙,水利局,公安局、财政局,')),
    ];
    expect(await after(rates)).toEqual(await before(rates));
  });
});

describe('mart.departments', () => {
  it('counts answers and co-handling apart', async () => {
    const query = await marts(LEDGER);
    const sql =
      'select department, answers, co, replied, with_outcome, solved from mart.departments order by department';
    expect(await query(sql)).toEqual([
      ['教育局', 2, 0, 1, 0, 0],
      ['水利局', 2, 1, 2, 2, 1],
      ['财政局', 0, 1, 0, 0, 0],
    ]);
  });
});

describe('mart.outcomes and mart.satisfaction', () => {
  it('show an unmapped code as itself, merged with nothing', async () => {
    const query = await marts(LEDGER);
    expect(await query('select outcome, outcome_raw, proposals from mart.outcomes')).toEqual([
      ['in_progress', null, 1],
      ['solved', null, 1],
      [null, 'Z', 1],
    ]);
    expect(await query("select rating, ratings from mart.satisfaction where round = 'final'")).toEqual([
      ['basically', 1],
      ['satisfied', 2],
    ]);
  });

  it('read letters only by a profile that defines them', async () => {
    const letters = LEDGER.replace('正在解决', 'Ｂ类');
    const sql = "select count(*)::integer from mart.outcomes where outcome = 'in_progress'";
    expect(await (await marts(letters))(sql)).toEqual([[0]]);
    expect(await (await marts(letters, { profiles: { 默认: 'city-abcd' } }))(sql)).toEqual([[1]]);
  });
});

describe('a profile for each year', () => {
  it('reads the same letter and the same deadline by the rule of its year', async () => {
    const ledger = (year: number) =>
      `编号,案由,主办单位,会办单位,交办时间,办理结果\n1,甲,水利局,财政局,${year}-03-01,B\n`;
    const profiles = { 政协: { 2020: 'npc-2007', 2022: 'county-dates', 2024: 'chongqing' } };
    const files = [2021, 2022, 2024].map((year) => [`${year}政协提案.csv`, ledger(year)] as const);
    const query = await martsOf(Object.fromEntries(files), { profiles });
    expect(
      await query('select year, outcome, due_on, complex_due_on, return_due_on from mart.answers'),
    ).toEqual([
      [2021, 'in_progress|planned', '2021-06-01', '2021-09-01', null],
      [2022, 'in_progress', '2022-08-31', '2022-08-31', null],
      [2024, null, '2024-06-01', '2024-09-01', '2024-03-15'],
    ]);
    expect(await query('select due_on from raw.deadlines where handling = 2 order by proposal_id')).toEqual([
      [null],
      ['2022-06-30'],
      ['2024-04-15'],
    ]);
    expect(await query("select says from mart.data_warnings where kind = '口径中途改变'")).toEqual([
      [expect.stringMatching(/^各年度用了不同的口径/)],
    ]);
  });
});

describe('mart.health_findings', () => {
  it('names what is odd, case by case', async () => {
    const query = await marts(`${LEDGER}\n4,戊,教育局,,2024-03-01,2024-03-09,解决采纳,,,`, {
      as_of: '2024-12-31',
    });
    expect(await query('select kind, proposal_id, source_row from mart.health_findings')).toEqual([
      ['办理结果口径未列', '政协-2024-4', 5],
      ['答复早于交办', '政协-2024-4', 5],
      ['编号重复', '政协-2024-4', 5],
      ['编号重复', '政协-2024-4-2', 6],
      ['超期未答复', '政协-2024-3', 4],
    ]);
  });

  it('lists each name of a department that nobody knows once, with how many proposals it stands at', async () => {
    const query = await marts(LEDGER.replace('丁,教育局', '丁,某某集团').replace('丙,教育局', '丙,某某集团'));
    const sql =
      "select proposal_id, department, says from mart.health_findings where kind = '承办单位未识别'";
    expect(await query(sql)).toEqual([[null, '某某集团', expect.stringContaining('涉及 2 件')]]);
  });
});
