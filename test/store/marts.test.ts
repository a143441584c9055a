import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../pipeline/answers/read-answers.ts';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import type { Config } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { load } from '../../pipeline/store/load.ts';
import { toTables } from '../../pipeline/store/tables.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

/** The marts over one CSV ledger. */
async function marts(csv: string, config: Config = {}) {
  const input = emptyFolder();
  writeFiles(input, { '2024政协提案.csv': csv });
  const ingested = await ingest({ input, folder: null, config }, silentProgress);
  const none = { rank: 1, topic: 'other', subtopic: null, score: 0, words: '', method: 'none', review: true };
  const classifications = ingested.rows.proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await load(
    connection,
    toTables(
      ingested,
      classifications,
      readAnswers(ingested.rows, null, silentProgress),
      readTaxonomy(),
      config,
    ),
    silentProgress,
  );
  await buildMarts(connection, silentProgress);
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
}

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
});
