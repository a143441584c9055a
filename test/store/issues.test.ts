import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { load } from '../../pipeline/store/load.ts';
import { toTables } from '../../pipeline/store/tables.ts';
import { emptyRegistry } from '../../pipeline/track/registry.ts';
import { track } from '../../pipeline/track/track.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

const HEADER = '编号,年度,案由,主办单位,提交时间,答复时间,办理结果,立案情况,地区';

/** The marts over rows of a ledger; clusters are lists of year-number. */
async function marts(rows: string[], clusters: string[][]) {
  const input = emptyFolder();
  writeFiles(input, { '政协提案.csv': [HEADER, ...rows].join('\n') });
  const ingested = await ingest({ input, folder: null, config: {} }, silentProgress);
  const { proposals } = ingested.rows;
  const none = { rank: 1, topic: 'water', subtopic: null, score: 0, words: '', method: 'none', review: true };
  const classifications = proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
  const ids = clusters.map((cluster) => cluster.map((id) => `政协-${id}`));
  const { registry: _, ...tracked } = track(proposals, ids, emptyRegistry());
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await load(
    connection,
    { ...toTables(ingested, readTaxonomy(), {}), classifications, ...tracked },
    silentProgress,
  );
  await buildMarts(connection, silentProgress);
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
}

/** One issue over five years: solved, back within 24 months, planned, back; and a stranger. */
const ROWS = [
  '1,2020,修建甘竹桥,交通运输局,2020-01-10,2020-06-01,解决采纳,立案,横坑乡',
  '2,2021,甘竹桥又塌了,交通运输局,2021-01-10,2021-06-01,列入计划,立案,横坑乡',
  '3,2021,甘竹桥塌了,交通运输局,2021-01-12,2021-06-01,列入计划,并案,横坑乡',
  '4,2024,甘竹桥何时重建,水利局,2024-01-10,2024-06-01,正在解决,立案,',
  '5,2020,云岭镇路灯,住建局,2020-01-10,2020-06-01,解决采纳,立案,云岭镇',
  '6,2023,云岭镇道路,住建局,2023-01-10,2023-06-01,解决采纳,立案,云岭镇',
];
const BRIDGE = ['2020-1', '2021-2', '2021-3', '2024-4'];

describe('mart.issue_members', () => {
  it('numbers raisings, the merged with what it was merged into, and looks back to answers before each', async () => {
    const query = await marts(ROWS, [BRIDGE]);
    const sql =
      'select proposal_id, raising, is_merged, previous, days_since_previous, years_since_previous, previous_outcome, after_solved, after_planned from mart.issue_members';
    expect(await query(sql)).toEqual([
      ['政协-2020-1', 1, false, null, null, null, null, false, false],
      ['政协-2021-2', 2, false, '政协-2020-1', 366, 1, 'solved', true, false],
      ['政协-2021-3', 2, true, '政协-2020-1', 368, 1, 'solved', false, false],
      ['政协-2024-4', 3, false, '政协-2021-2', 1095, 3, 'planned', false, true],
    ]);
  });

  it.each([
    ['the last day of the 24 months', '2022-06-01', true],
    ['the day after', '2022-06-02', false],
    ['the day of the answer itself', '2020-06-01', false],
    ['no day: the years tell', '', true],
  ])('knows 办结再提 on %s', async (_, day, expected) => {
    const again = `9,2022,甘竹桥,交通运输局,${day},,,立案,`;
    const query = await marts([...ROWS.slice(0, 1), again], [['2020-1', '2022-9']]);
    const sql = "select after_solved from mart.issue_members where proposal_id = '政协-2022-9'";
    expect(await query(sql)).toEqual([[expected]]);
  });

  it('asks for the latest answer before: a plan that was carried out since is no broken promise', async () => {
    const rows = [
      '1,2020,修建甘竹桥,交通运输局,2020-01-10,2020-06-01,列入计划,立案,',
      '2,2021,修建甘竹桥,交通运输局,2021-01-10,2021-06-01,解决采纳,立案,',
      '3,2022,修建甘竹桥,交通运输局,2022-01-10,2022-06-01,正在解决,立案,',
    ];
    const query = await marts(rows, [['2020-1', '2021-2', '2022-3']]);
    expect(await query('select after_solved, after_planned from mart.issue_members')).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });
});

describe('mart.issues', () => {
  it('says how often, when, by whom and with what result a matter was raised', async () => {
    const query = await marts(ROWS, [BRIDGE]);
    const sql =
      'select issue, name, years, year_list, longest_gap, members, raisings, departments, districts, answered, solved, outcomes_differ, last_proposal, last_outcome, after_solved, after_planned from mart.issues';
    expect(await query(sql)).toEqual([
      [
        'YT-0001',
        '甘竹桥塌了',
        3,
        '2020、2021、2024',
        3,
        4,
        3,
        '交通运输局、水利局',
        '横坑乡',
        3,
        1,
        true,
        '政协-2024-4',
        'in_progress',
        1,
        1,
      ],
    ]);
  });

  it.each([
    ['three times in two years, the last open', '正在解决', true, '提出 3 次，最近一次仍未解决'],
    ['the last solved', '解决采纳', false, '最近一次已解决采纳'],
    ['the last without an answer', '', true, '提出 3 次，最近一次未见办理结果'],
    ['the last with a code that no profile maps', 'Z', false, '最近一次的办理结果口径未列，无法判断'],
  ])('puts into the special report: %s', async (_, outcome, special, reason) => {
    const rows = ROWS.map((row) => row.replace('2024-06-01,正在解决', `2024-06-01,${outcome}`));
    const query = await marts(rows, [BRIDGE]);
    expect(await query('select special_report, special_reason from mart.issues')).toEqual([
      [special, reason],
    ]);
  });

  it('leaves out of the special report what came three times in one year, or twice', async () => {
    const rows = [1, 2, 3].map((n) => `${n},2022,甘竹桥,交通运输局,2022-01-1${n},2022-06-01,正在解决,立案,`);
    const once = await marts(rows, [['2022-1', '2022-2', '2022-3']]);
    expect(await once('select special_report from mart.issues')).toEqual([[false]]);
    const twice = await marts(ROWS, [['2020-1', '2024-4']]);
    expect(await twice('select special_report from mart.issues')).toEqual([[false]]);
  });

  it('compares outcome sets only where they have nothing in common', async () => {
    const rows = [
      '1,2020,甲,水利局,2020-01-10,2020-06-01,解决采纳,立案,',
      '2,2021,甲,水利局,2021-01-10,2021-06-01,解决采纳,立案,',
    ];
    const query = await marts(rows, [['2020-1', '2021-2']]);
    expect(await query('select outcomes_differ from mart.issues')).toEqual([[false]]);
  });

  it.each([
    [[2020, 2021, 2024], 'steady'],
    [[2020, 2021, 2022], 'fading'],
    [[2021, 2023, 2024], 'growing'],
    [[2023, 2024], null],
  ])('tells the trend of %j, data reaching from 2020 to 2024: %s', async (years, trend) => {
    const row = (year: number, n: number) => `${n},${year},甲${n},水利局,${year}-01-10,,,立案,`;
    const rows = [...years.map((year) => row(year, 1)), row(2020, 8), row(2024, 8)];
    const query = await marts(rows, [years.map((year) => `${year}-1`)]);
    expect(await query('select trend from mart.issues')).toEqual([[trend]]);
  });
});

describe('mart.reopened', () => {
  it('divides by the answers that had 24 months of later data, and shows the others', async () => {
    const query = await marts(ROWS, [BRIDGE]);
    const sql =
      "select outcome, value, answers, merged, too_recent, observed, reopened from mart.reopened where dimension in ('全部', '地区')";
    expect(await query(sql)).toEqual([
      ['solved', '全部', 3, 0, 1, 2, 1],
      ['solved', '横坑乡', 1, 0, 0, 1, 1],
      ['solved', '云岭镇', 2, 0, 1, 1, 0],
      ['planned', '全部', 2, 1, 0, 1, 0],
      ['planned', '横坑乡', 2, 1, 0, 1, 0],
    ]);
  });

  it('ends the data with the last year whose proposals are there, however late an answer was', async () => {
    const late = [
      '1,2021,甲,水利局,2021-01-10,2021-06-01,解决采纳,立案,',
      '2,2022,乙,水利局,2022-01-10,2024-02-01,解决采纳,立案,',
    ];
    const query = await marts(late, []);
    expect(await query("select too_recent, observed from mart.reopened where dimension = '全部'")).toEqual([
      [2, 0],
    ]);
  });

  it('goes by years where no day of the answer is known', async () => {
    const rows = [
      '1,2021,甲,水利局,,,解决采纳,立案,',
      '2,2023,甲,水利局,,,正在解决,立案,',
      '3,2024,乙,水利局,,,,立案,',
    ];
    const query = await marts(rows, [['2021-1', '2023-2']]);
    expect(await query("select observed, reopened from mart.reopened where dimension = '全部'")).toEqual([
      [1, 1],
    ]);
  });
});
