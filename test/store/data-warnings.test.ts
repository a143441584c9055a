import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../pipeline/config.ts';
import { ROOT } from '../../pipeline/root.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';
import { martsOver } from './marts-of.ts';

const HEADER =
  '编号,案由,主办单位,会办单位,交办时间,答复时间,办理结果,调整后结果,调整时间,办理态度,满意度,评价时间';

async function warnings(rows: string[], config: Config = {}, own: Record<string, string> = {}) {
  const [workspace, input] = [emptyFolder(), emptyFolder()];
  writeFiles(workspace, own);
  writeFiles(input, { '2024政协提案.csv': [HEADER, ...rows].join('\n') });
  const query = await martsOver(input, { as_of: '2025-06-30', ...config }, workspace);
  return (kind: string) =>
    query(
      `select period, body, subject, affected, of_total, says from mart.data_warnings where kind = '${kind}'`,
    );
}

describe('mart.data_warnings', () => {
  it('tells an office that answers after it has heard 满意 from one with a wrong date', async () => {
    const asked = (n: number, name: string, rated: string) =>
      `${n},第${n}件,${name},,2024-03-01,2024-05-20,解决采纳,,,满意,满意,${rated}`;
    const found = await warnings([
      ...[1, 2, 3].map((n) => asked(n, '医疗保障局', '2024-05-10')),
      asked(4, '教育局', '2024-05-10'),
      ...[5, 6].map((n) => asked(n, '教育局', '2024-06-10')),
      asked(7, '水利局', '2024-06-10'),
    ]);
    expect(await found('先评价后答复')).toEqual([
      ['全部', '全部', '医疗保障局', 3, 3, expect.stringContaining('满意率由做法决定')],
      ['全部', '全部', '教育局', 1, 3, expect.stringContaining('请核对日期')],
    ]);
  });

  it('names 100 % of a few, and 100 % of all', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i},第${i}件,${i < 2 ? '气象局' : '水利局'},,2024-03-01,2024-05-20,,,,满意,满意,2024-06-01`,
    );
    const found = await warnings(rows);
    expect(await found('小样本百分之百')).toEqual([
      ['全部', '全部', '气象局：满意率', 2, 2, '100%，但只有 2 件次（95% 区间 34.2–100%），不宜据此排名'],
    ]);
    expect((await found('全体百分之百')).map(([, , subject]) => subject)).toContain('满意率');
  });

  it('counts grades that were changed after the rating or the year', async () => {
    const changed = (n: number, on: string) =>
      `${n},第${n}件,水利局,,2024-03-01,2024-05-20,正在解决,解决采纳,${on},,满意,2024-06-01`;
    const found = await warnings([
      changed(1, '2024-05-25'),
      changed(2, '2024-09-01'),
      changed(3, '2025-02-01'),
    ]);
    expect(await found('事后调整办理结果')).toEqual([
      ['2024', '政协', '全部', 3, null, expect.stringMatching(/^3 件次.*评价之后 2、年度结束之后 1；/)],
    ]);
  });

  it('shows codes that no profile maps, and ratings of co-handlers', async () => {
    const input = emptyFolder();
    writeFiles(input, {
      '2024政协提案.csv': [
        '编号,案由,承办单位,承办类型,答复时间,办理结果,满意度',
        '1,甲,水利局,主办,2024-05-20,Z,较好',
        '1,甲,财政局,会办,2024-04-20,,满意',
      ].join('\n'),
    });
    const query = await martsOver(input);
    const sql = 'select kind, subject, says from mart.data_warnings order by kind, subject';
    expect(await query(sql)).toEqual([
      ['会办单位有评价', '全部', '1 条评价记在会办单位名下；会办单位不答复提案人，这些评价没有计入'],
      ['口径未列的代码', '办理结果', 'Z：原样单列，不并入任何一类，也不计入分母'],
      ['口径未列的代码', '评价用语', '较好：原样单列，不并入任何一类，也不计入分母'],
    ]);
    expect(
      await query(
        "select numerator, denominator from mart.rates where metric = 'satisfied_rate' and dimension = 'total' and period = '全部' and body = '全部'",
      ),
    ).toEqual([[0, 0]]);
  });

  it('says when a profile was not in force, changed between years, or counts days of an unknown calendar', async () => {
    const own =
      'id: own\nname: 本县口径\nvalid_from: "2030-01-01"\nsource: 本县\nextends: chongqing\noutcomes: []\n';
    const rows = ['1,甲,水利局,,2024-03-01,2024-05-20,,,,,,', '2,乙,水利局,,2060-03-01,,,,,,,'];
    const found = await warnings(rows, { profiles: { 政协: 'own' } }, { 'jurisdictions/own.yaml': own });
    expect(await found('口径不在有效期')).toEqual([
      ['2024', '政协', '本县口径', null, null, expect.stringContaining('2030-01-01 至 今')],
    ]);
    expect(await found('节假日安排未公布')).toEqual([
      ['全部', '全部', '全部', 1, null, expect.stringMatching(/1 件次按工作日推算的期限只扣除了周末/)],
    ]);
    expect(await found('口径中途改变')).toEqual([]);
  });

  it('tells the years before and after a topic was retired', async () => {
    const taxonomy = readFileSync(join(ROOT, 'data', 'taxonomy.yaml'), 'utf8');
    const retired = taxonomy.replace('- id: other\n', '- id: other\n    retired: 2024-01-01\n');
    const found = await warnings(['1,甲,水利局,,,,,,,,,'], {}, { 'taxonomy.yaml': retired });
    expect(await found('主题停用')).toEqual([
      ['全部', '全部', '其他', 1, 1, '自 2024-01-01 停用：此前 0 件，此后 1 件仍归在这里，跨年比较前请核对'],
    ]);
  });
});
