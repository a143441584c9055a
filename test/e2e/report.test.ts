import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../ingest/make-files.ts';
import { LEDGERS } from '../report/small-ledger.ts';
import { jianyan } from './jianyan.ts';

const root = mkdtempSync(join(tmpdir(), 'jianyan-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const run = join(root, '结果');
const out = (name: string) => join(root, name);

beforeAll(async () => {
  const workspace = join(root, '工作区');
  await jianyan('init', workspace);
  writeFiles(join(workspace, 'input'), LEDGERS);
  const { code, stderr } = await jianyan('run', workspace, '--out', run);
  expect([code, stderr]).toEqual([0, expect.anything()]);
});

/** The parts of a .docx as text. */
function partsOf(file: string): Record<string, string> {
  const parts = Object.entries(unzipSync(readFileSync(file)));
  return Object.fromEntries(parts.map(([name, data]) => [name, strFromU8(data)]));
}

describe('jianyan report', () => {
  it('writes a Word file in the layout of GB/T 9704, the same bytes each time', async () => {
    for (const name of ['一.docx', '二.docx']) {
      const { code, stdout } = await jianyan('report', run, '--out', out(name));
      expect([code, stdout]).toEqual([0, '']);
    }
    expect(readFileSync(out('一.docx')).equals(readFileSync(out('二.docx')))).toBe(true);
    const parts = partsOf(out('一.docx'));
    const document = parts['word/document.xml'] ?? '';
    // 210 × 297 mm; 37, 35, 28 and 26 mm. In twips, of which a millimetre has 56.7.
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document).toContain('一、基本情况');
    expect(document).toContain('（一）收到和交办');
    const styles = parts['word/styles.xml'] ?? '';
    for (const font of ['方正小标宋简体', '仿宋', '黑体', '楷体'])
      expect(styles).toContain(`w:eastAsia="${font}"`);
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="方正小标宋简体"><w:altName');
    expect(Object.keys(parts).filter((name) => name.startsWith('word/footer'))).toHaveLength(2);
    expect(Object.values(parts).join('')).not.toMatch(/undefined|NaN/);
  });

  it('writes XML that is well formed whatever a title holds', async () => {
    const input = join(root, '怪题');
    const odd = '编号,案由,主办单位,办理结果,委员评价\n1,"<b>&""路灯\u0007]]>",公安局,解决采纳,满意';
    writeFiles(input, { '2024政协提案.csv': odd });
    await jianyan('run', input, '--out', out('怪'));
    expect((await jianyan('report', out('怪'), '--out', out('怪.docx'))).code).toBe(0);
    const linted = await jianyan('lint', out('怪.docx'), '--format', 'json');
    expect(JSON.parse(linted.stdout).facts).toContainEqual(
      expect.objectContaining({ metric: 'received', value: 1 }),
    );
  });

  it('keeps to the unit, the year and the body that are asked for', async () => {
    const file = out('单位.md');
    await jianyan('report', run, '--unit', '公安局', '--year', '2024', '--body', '政协', '--out', file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# 公安局2024年政协提案办理情况报告');
    expect(text).toContain('2024年，我局共承办政协提案1件（均为主办）〔1〕。');
    expect(text).not.toContain('人大代表建议');
  });

  it('takes the wording of the workspace and tells mistakes in it by line', async () => {
    const file = join(root, '工作区', 'report-template.yaml');
    writeFileSync(file, 'title: 自拟题目\nsentences: {}\ncontent:\n  - text: "共{{收到}}。"\n');
    expect((await jianyan('report', run, '--out', out('自拟.md'))).code).toBe(0);
    expect(readFileSync(out('自拟.md'), 'utf8')).toBe('# 自拟题目\n\n共6件〔1〕。\n');
    writeFileSync(file, 'title: 自拟题目\nsentences: {}\ncontent:\n  - text: "共{{收道}}。"\n');
    const wrong = await jianyan('report', run, '--out', out('错.md'));
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/第 4 行.*没有名为“收道”的数字/)]);
    expect(existsSync(out('错.md'))).toBe(false);
    writeFileSync(file, readFileSync(join(import.meta.dirname, '../../data/report/report-template.yaml')));
  });

  it.each([
    [['--unit', '没有局'], 1, /没有承办单位“没有局”；可选：水利局/],
    [['--year', '1999'], 1, /没有 1999 年度的提案建议；可选：2024/],
    [['--year', '去年'], 2, /应为 2024 这样的年份/],
  ])('says what is wrong with %j', async (options, code, says) => {
    const file = out('不写.docx');
    const failed = await jianyan('report', run, ...options, '--out', file);
    expect([failed.code, failed.stderr]).toEqual([code, expect.stringMatching(says)]);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses other endings and folders that are no run', async () => {
    expect((await jianyan('report', run, '--out', out('报告.pdf'))).code).toBe(1);
    expect((await jianyan('report', root, '--out', out('报告.md'))).stderr).toContain('不是建言的结果文件夹');
  });
});

describe('jianyan run over reports alone', () => {
  it('gives the yearly figures, each with the sentence that states it', async () => {
    const input = join(root, '只有报告');
    const year = (n: number, received: number) =>
      `临湖县水利局${n}年政协提案办理情况报告\n${n}年，我局共承办政协提案${received}件，其中主办${received - 1}件、会办1件。办复率为100%。\n`;
    writeFiles(input, { '报告/2022.txt': year(2022, 12), '2023年政协提案办理情况报告.txt': year(2023, 15) });
    const { code, stdout } = await jianyan('run', input, '--out', out('报告结果'));
    expect([code, stdout]).toEqual([0, expect.stringContaining('办理情况报告 2')]);
    const sql = `select year, value::integer as value, evidence from report_history where is_main and metric = 'received' order by year`;
    const { stdout: found } = await jianyan('query', out('报告结果'), sql, '--format', 'jsonl');
    expect(
      found
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { year: 2022, value: 12, evidence: '我局共承办政协提案12件' },
      { year: 2023, value: 15, evidence: '我局共承办政协提案15件' },
    ]);
    const refused = await jianyan('report', out('报告结果'), '--out', out('空.md'));
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('没有一件')]);
  });
});
