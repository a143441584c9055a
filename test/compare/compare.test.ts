import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compare } from '../../pipeline/compare/compare.ts';
import { printComparison } from '../../pipeline/compare/print-comparison.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { readModels } from '../../pipeline/store/models.ts';
import { writeFiles } from '../ingest/make-files.ts';

const HEAD = '编号,案由,主办单位,交办时间,答复时间,办理结果\n';
const BEFORE = `${HEAD}1,关于修建水库的提案,水利局,2024-03-01,2024-05-01,解决采纳\n2,关于新建学校的提案,教育局,2024-03-01,,\n`;
const AFTER = `${HEAD}1,关于修建水库的提案,水利局,2024-03-01,2024-05-01,列入计划\n3,关于公交线路的提案,交通运输局,2024-03-01,,\n`;

let folder: string;
let found: Comparison;
const page = () => printComparison(found, readModels()).replaceAll(folder, '');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  writeFiles(folder, {
    '甲/2024政协提案.csv': BEFORE,
    '乙/2024政协提案.csv': AFTER,
    '乙/2023政协提案.csv': BEFORE,
  });
  await run(join(folder, '甲'), join(folder, 'a'), silentProgress);
  await run(join(folder, '乙'), join(folder, 'b'), silentProgress);
  found = await compare(join(folder, 'a'), join(folder, 'b'));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('compare(before, after)', () => {
  it('tells which input files came and changed', () => {
    expect(found.inputs.map(({ name, before }) => [name, before === null])).toEqual([
      ['2023政协提案.csv', true],
      ['2024政协提案.csv', false],
    ]);
  });

  it('tells each case that came, went or changed, and each figure', () => {
    const of = (table: string) =>
      found.changes
        .filter((c) => c.table === table)
        .map(({ key, column, before, after }) => [key, column, before, after]);
    const cases = of('proposals');
    expect(cases).toContainEqual(['政协-2024-1', 'outcome', 'solved', 'planned']);
    expect(cases).toContainEqual(['政协-2024-2', null, '有', null]);
    expect(cases).toContainEqual(['政协-2024-3', null, null, '有']);
    expect(of('overview')).toContainEqual(['2024 / 政协', 'solved', '1', '0']);
  });

  it('counts the rows of every table', () => {
    const proposals = found.tables.find((t) => t.table === 'proposals');
    expect(proposals).toMatchObject({ before: 2, after: 4, added: 3, removed: 1, changed: 1 });
  });

  it('prints what an official understands', () => {
    expect(page()).toMatch(/一、输入文件\n {2}新增 +2023政协提案.csv\n {2}内容改变 +2024政协提案.csv/);
    expect(page()).toContain('2024 / 政协　其中已解决采纳件数：1 → 0');
    expect(page()).toMatch(/新增 3 件，没有了 1 件，改变 1 件（.*办理结果统一口径 1.*）/);
  });

  it('finds nothing between a run and itself', async () => {
    const same = await compare(join(folder, 'a'), join(folder, 'a'));
    expect(same.changes).toEqual([]);
    expect(printComparison(same, readModels()).match(/没有变化/g)).toHaveLength(6);
  });

  it('says that a folder is no run', async () => {
    await expect(compare(folder, join(folder, 'a'))).rejects.toThrow(/不是建言的结果文件夹/);
  });
});
