import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { printAnswer } from '../../pipeline/query/print-answer.ts';
import { query } from '../../pipeline/query/query.ts';
import { writeAnswer } from '../../pipeline/query/write-answer.ts';
import { run } from '../../pipeline/run.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

const LEDGER = '编号,案由,主办单位\n1,=1+1,水利局\n2,"乙，""引号""",教育局\n3,丙,水利局\n';
let out: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  writeFiles(folder, { '2024政协提案.csv': LEDGER });
  out = join(folder, 'out');
  await run(join(folder, '2024政协提案.csv'), out, silentProgress);
  return () => rmSync(folder, { recursive: true, force: true });
});

const ask = (sql: string, chinese = false) => query(out, sql, chinese);

describe('query(folder, sql, chinese)', () => {
  it('finds the marts without their schema, and counts as plain numbers', async () => {
    const answer = await ask(
      'select departments, count(*) as n from proposals group by all order by n desc;',
    );
    expect(printAnswer(answer, 'jsonl')).toBe(
      '{"departments":"水利局","n":2}\n{"departments":"教育局","n":1}\n',
    );
  });

  it('labels columns in Chinese as the mart that is read calls them', async () => {
    const answer = await ask('select number, title, 1 as x from proposals order by 1', true);
    expect(answer.columns.map((c) => c.label)).toEqual(['编号', '标题', 'x']);
  });

  it('keeps two columns of one name apart', async () => {
    const answer = await ask(
      'select a.number, b.number from proposals a, proposals b where a.number = b.number',
    );
    expect([answer.columns.length, answer.rows]).toEqual([2, 3]);
  });

  it('aligns wide characters', async () => {
    const answer = await ask("select '水' as a, 1.5 as b union all select 'abcd', 10 order by b");
    expect(printAnswer(answer, 'table')).toBe('a       b\n────  ───\n水    1.5\nabcd   10\n');
  });

  it('writes files that other programs read, and no formula among them', async () => {
    const answer = await ask('select number, title from proposals order by 1');
    const folder = emptyFolder();
    for (const name of ['a.csv', 'a.xlsx', 'a.arrow']) await writeAnswer(answer, join(folder, name));
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(
      '\uFEFFnumber,title\r\n1,\'=1+1\r\n2,"乙，""引号"""\r\n3,丙\r\n',
    );
    const sheet = Object.values(read(readFileSync(join(folder, 'a.xlsx'))).Sheets)[0];
    expect(utils.sheet_to_json(sheet ?? {}, { header: 1 })[1]).toEqual(['1', '=1+1']);
    expect(tableFromIPC(readFileSync(join(folder, 'a.arrow'))).numRows).toBe(3);
  });

  it.each([
    ['select * from nope', /没有这张表/],
    ['select nope from proposals', /没有这一列/],
    ['selec 1', /SQL 写法有误/],
    ['delete from raw.proposals', /只供查询/],
    ["select * from read_csv('/etc/hosts')", /只供查询/],
    ['select 1; select 2', /SQL 写法有误/],
    ["select cast('x' as integer)", /无法执行/],
  ])('explains %s', async (sql, message) => {
    await expect(ask(sql)).rejects.toThrow(message);
  });

  it('says that a folder is no run', async () => {
    await expect(query(emptyFolder(), 'select 1', false)).rejects.toThrow(/不是建言的结果文件夹/);
  });
});
