import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQueries } from '../../pipeline/notebooks/answer-queries.ts';
import type { CompiledCell } from '../../pipeline/notebooks/compiled.ts';
import { smallRun } from './over-a-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
let run: string;
beforeAll(async () => {
  run = await smallRun(['关于修路的提案', '关于建学校的提案'], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = (source: string): CompiledCell => ({
  id: 1,
  line: 1,
  mode: 'sql',
  source,
  pinned: false,
  hidden: false,
  output: 'q',
  definition: null,
  problem: null,
});
const valuesOf = async (source: string) =>
  (await answerQueries([cell(source)], run)).answered[0]?.columns.map((c) => c.values);

describe('answerQueries', () => {
  it('keeps the order that is asked for, and gives rows without one the same order always', async () => {
    expect(await valuesOf('select i from range(3) t(i) order by i desc')).toEqual([[2, 1, 0]]);
    expect(await valuesOf('select 3 - i as i from range(3) t(i)')).toEqual([[1, 2, 3]]);
  });

  it('takes what SQL may end with, and labels columns in Chinese', async () => {
    const { answered } = await answerQueries(
      [cell('select period, proposals from overview -- 按年\n;')],
      run,
    );
    expect(answered[0]?.columns.map((c) => [c.name, c.label, c.values])).toEqual([
      ['period', '年度或届次', ['2024']],
      ['proposals', '件数', [2]],
    ]);
    expect(await valuesOf('select 1 as n -- 到此为止')).toEqual([[1]]);
  });

  it('says which query is wrong or too large, and answers the others', async () => {
    const cells = [
      cell('select * from nowhere'),
      cell('select * from range(5000000)'),
      cell('select 1 as n'),
    ];
    const { answered, failed } = await answerQueries(cells, run);
    expect(answered).toHaveLength(1);
    expect(failed.map((f) => f.says)).toEqual([
      expect.stringMatching(/^没有这张表/),
      expect.stringMatching(/^查询结果太大/),
    ]);
  });

  it('can change nothing and read no file', async () => {
    const { failed } = await answerQueries(
      [
        cell('drop table overview'),
        cell("select * from read_text('/etc/hostname')"),
        cell("copy overview to 'x.csv'"),
      ],
      run,
    );
    expect(failed).toHaveLength(3);
  });
});
