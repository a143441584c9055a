import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import { beforeEach, describe, expect, it } from 'vitest';
import { readDepartments } from '../../pipeline/route/departments.ts';
import type { Tagging } from '../../pipeline/tag.ts';
import { emptyFolder } from '../folder.ts';
import { CLI, jianyan, SAMPLE } from './jianyan.ts';

const KEYS = ['id', 'title', 'topic', 'topics', 'departments', 'similar', 'review', 'why'];
const NEW = join(SAMPLE, 'new');
const jsonl = (rows: object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const answers = (stdout: string): Tagging[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The built program with something on its standard input, and what it wrote as bytes. */
function fed(input: string | Uint8Array, ...args: string[]) {
  return new Promise<{ code: number | null; stdout: Buffer; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args]);
    const chunks: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(chunks), stderr }));
    child.stdin.end(input);
  });
}

const ROWS = [
  { id: 'a', title: '关于病险水库除险加固的提案', text: '' },
  { id: 'b', title: '=HYPERLINK("http://x","点我")', text: '@SUM(1)\t<script>alert(1)</script>' },
  { id: 'c', title: '', text: '' },
  { id: 'd', title: '关于发展老年助餐、社区食堂的建议', text: '老人吃饭难，建议民政部门建社区食堂。' },
];

describe('jianyan tag', () => {
  it('answers every line of standard input in order, with exactly the keys of the contract', async () => {
    const { code, stdout, stderr } = await fed(jsonl(ROWS), 'tag', '-');
    expect([code, stderr]).toEqual([0, '']);
    const found = answers(stdout.toString());
    expect(found.map((t) => t.id)).toEqual(['a', 'b', 'c', 'd']);
    for (const tagging of found) {
      expect(Object.keys(tagging)).toEqual(KEYS);
      expect(tagging.topics.length).toBeGreaterThanOrEqual(3);
      expect(tagging.topic).toBe(tagging.topics[0]?.id);
      for (const topic of tagging.topics) expect(Object.keys(topic)).toEqual(['id', 'name', 'score']);
      for (const one of tagging.departments)
        expect(Object.keys(one)).toEqual(['name', 'role', 'score', 'reason']);
      expect(tagging.departments.filter((d) => d.role === 'lead')).toHaveLength(3);
    }
    expect(found[0]?.departments[0]?.name).toBe('水利局');
    expect(found[2]).toMatchObject({ title: '', review: true });
    expect(found[3]?.departments[0]?.name).toBe('民政局');
  });

  it('lists as many lead candidates as --top says', async () => {
    const { stdout } = await fed(jsonl(ROWS.slice(0, 1)), 'tag', '-', '--top', '5');
    const [tagging] = answers(stdout.toString());
    expect(tagging?.departments.filter((d) => d.role === 'lead')).toHaveLength(5);
    expect(tagging?.topics).toHaveLength(5);
  });

  it('goes on behind a line that is no JSON, and says which', async () => {
    const { code, stdout, stderr } = await fed(
      `${jsonl(ROWS.slice(0, 1))}{坏\n${jsonl(ROWS.slice(3))}`,
      'tag',
      '-',
    );
    expect(code).toBe(0);
    expect(answers(stdout.toString()).map((t) => t.id)).toEqual(['a', 'd']);
    expect(stderr).toMatch(/标准输入 第 2 行：不是一个 JSON 对象；/);
  });

  it('answers an empty input with nothing', async () => {
    const { code, stdout } = await fed('', 'tag', '-');
    expect([code, stdout.length]).toEqual([0, 0]);
  });

  it('takes and gives an Arrow stream', async () => {
    const columns = Object.fromEntries(
      (['id', 'title', 'text'] as const).map((k) => [k, ROWS.map((r) => r[k])]),
    );
    const input = tableToIPC(tableFromArrays(columns), 'stream');
    const { code, stdout, stderr } = await fed(input, 'tag', '-', '--format', 'arrow');
    expect([code, stderr]).toEqual([0, '']);
    const table = tableFromIPC(stdout);
    expect(table.schema.names).toEqual(KEYS);
    const plain = answers((await fed(jsonl(ROWS), 'tag', '-')).stdout.toString());
    expect(JSON.parse(JSON.stringify(table.toArray()))).toEqual(plain);
    const none = await fed(
      tableToIPC(tableFromArrays({ id: [], title: [] }), 'stream'),
      'tag',
      '-',
      '--format',
      'arrow',
    );
    expect([none.code, tableFromIPC(none.stdout).numRows]).toEqual([0, 0]);
  });

  it('gives csv for Excel: BOM, Chinese headers, and no cell that is a formula', async () => {
    const { stdout } = await fed(jsonl(ROWS), 'tag', '-', '--format', 'csv');
    const text = stdout.toString();
    expect(text.startsWith('\uFEFF序号,文件,编号,标题,主题,二级主题,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""点我"")"`);
    const sheet = read(stdout, { type: 'buffer', raw: true }).Sheets.Sheet1;
    expect(utils.sheet_to_json(sheet ?? {})).toHaveLength(ROWS.length);
    expect(text).not.toMatch(/(?:^|,)[=+\-@\t]/m);
  });

  it('gives a workbook with text cells, the same bytes for the same input', async () => {
    const out = join(emptyFolder(), '分办表.xlsx');
    const again = join(emptyFolder(), '分办表.xlsx');
    for (const file of [out, again]) expect((await fed(jsonl(ROWS), 'tag', '-', '--out', file)).code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(again))).toBe(true);
    const book = read(readFileSync(out));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
    expect(rows.map((row) => row.标题)).toEqual(ROWS.map((row) => row.title || undefined));
    expect(rows[0]).toMatchObject({ 序号: 1, 主题: '水利', 主办建议: '水利局' });
    expect(Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).some((cell) => cell.f)).toBe(false);
  });

  it('prints a table that keeps control characters of a text from the terminal', async () => {
    const rows = [{ id: '1', title: '标题\u001b[31m红', text: '' }, ...ROWS.slice(3)];
    const { stdout, stderr } = await fed(jsonl(rows), 'tag', '-', '--format', 'table');
    expect(stdout.toString()).toMatch(/主办建议/);
    expect(stdout.toString()).not.toContain('\u001b');
    expect(stderr).toMatch(/共 2 件，须人工复核 \d 件/);
  });

  it('stops quietly when nobody reads any more', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...ROWS[3], id: String(i) }));
    const child = spawn(process.execPath, [CLI, 'tag', '-']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(jsonl(many));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('files and folders', () => {
  let folder = '';
  beforeEach(() => {
    folder = emptyFolder();
    const docs = join(folder, '文件');
    mkdirSync(docs);
    for (const file of readdirSync(NEW).slice(0, 4)) copyFileSync(join(NEW, file), join(docs, file));
    writeFileSync(join(docs, '000 坏.docx'), 'PK\u0003\u0004坏');
    writeFileSync(join(folder, '台账.csv'), '编号,案由,主办单位\n7,关于修建农村公路的建议,交通局\n合计,1,\n');
  });

  it('are read in the order of the arguments, a bad one left out with place, cause and remedy', async () => {
    const { code, stdout, stderr } = await jianyan('tag', join(folder, '台账.csv'), join(folder, '文件'));
    expect(code).toBe(0);
    const ids = answers(stdout).map((t) => t.id);
    expect(ids).toEqual(['7', ...readdirSync(NEW).slice(0, 4)]);
    expect(stderr).toMatch(/000 坏\.docx：.+；.+/);
    expect(stderr).toMatch(/台账\.csv：有 1 行没有读入（第 3 行合计行/);
  });

  it('that cannot be read at all are an error of the user, and leave no file behind', async () => {
    const out = join(folder, '没有.jsonl');
    const { code, stdout, stderr } = await jianyan('tag', join(folder, '没有这个.docx'), '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/没有这个\.docx：路径不存在；/);
    expect(stderr).toMatch(/没有读出一件提案/);
    expect(readdirSync(folder).filter((name) => name.startsWith('没有'))).toEqual([]);
  });

  it.each([
    ['--model', '台账.csv', /不是完整的建言模型文件/],
    ['--model', '不存在.json', /路径不存在/],
    ['--history', '台账.csv', /不是建言的数据库/],
    ['--history', '不存在.duckdb', /路径不存在|不是建言一次运行的数据库/],
  ])('a bad %s %s is said before anything is tagged', async (flag, file, says) => {
    const { code, stdout, stderr } = await jianyan('tag', NEW, flag, join(folder, file));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
  });

  it('are refused with usage for a wrong --top or --format', async () => {
    expect((await jianyan('tag', NEW, '--top', '0')).code).toBe(2);
    expect((await jianyan('tag', NEW, '--format', 'pdf')).code).toBe(2);
  });
});

describe('a model of the user’s own', () => {
  it('answers with its labels as written, topics and departments each', async () => {
    const folder = emptyFolder();
    const rows = Array.from({ length: 24 }, (_, i) => [
      { id: `w${i}`, title: `水库渗漏第${i}处加固`, 处室: '二科', 类: '水电类' },
      { id: `r${i}`, title: `道路破损第${i}段修补`, 处室: '三科', 类: '路桥类' },
    ]).flat();
    writeFileSync(join(folder, '台账.jsonl'), jsonl(rows));
    const models = [
      ['department', '处室'],
      ['topic', '类'],
    ].map(([target = '', label = '']) => ({ target, label, file: join(folder, `${target}.json`) }));
    for (const { target, label, file } of models) {
      const args = ['--target', target, '--label', label, '--out', file];
      expect((await jianyan('train', join(folder, '台账.jsonl'), ...args)).code).toBe(0);
    }
    const flags = models.flatMap(({ file }) => ['--model', file]);
    const { code, stdout } = await fed(jsonl([{ id: '1', title: '某水库渗漏' }]), 'tag', '-', ...flags);
    expect(code).toBe(0);
    const [tagging] = answers(stdout.toString());
    expect(tagging?.topics[0]).toMatchObject({ id: '水电类', name: '水电类' });
    expect(tagging?.departments.map((d) => [d.name, d.role])).toEqual([
      ['二科', 'lead'],
      ['三科', 'lead'],
    ]);
    expect(tagging?.departments[0]?.reason).toContain('水库');
  });
});

describe('the 24 new proposals of the sample city', () => {
  const truth = readFileSync(join(NEW, 'answers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { file: string; topic: string; lead: string } => JSON.parse(line));
  const files = truth.map((t) => join(NEW, t.file));

  it('get most topics and leads right, and all leads among the first three', async () => {
    const { stdout } = await jianyan('tag', ...files);
    const found = answers(stdout);
    expect(found.map((t) => t.id)).toEqual(truth.map((t) => t.file));
    const right = (test: (t: Tagging, i: number) => boolean) => found.filter(test).length;
    const leads = (t: Tagging) => t.departments.filter((d) => d.role === 'lead').map((d) => d.name);
    expect(right((t, i) => t.topic === truth[i]?.topic)).toBeGreaterThanOrEqual(17);
    expect(right((t, i) => leads(t)[0] === truth[i]?.lead)).toBeGreaterThanOrEqual(16);
    expect(right((t, i) => leads(t).includes(truth[i]?.lead ?? ''))).toBeGreaterThanOrEqual(23);
    const sure = found.flatMap((t, i) => (t.review ? [] : [leads(t)[0] === truth[i]?.lead]));
    expect(sure.filter(Boolean).length / sure.length).toBeGreaterThanOrEqual(0.85);
    const known = new Set(readDepartments().list.map((d) => d.name));
    expect(found.flatMap(leads).filter((name) => !known.has(name))).toEqual([]);
  });

  it('learn from the history of a run', { timeout: 120_000 }, async () => {
    const out = join(emptyFolder(), 'out');
    expect((await jianyan('run', SAMPLE, '--out', out)).code).toBe(0);
    const { code, stdout } = await jianyan('tag', ...files, '--history', out);
    expect(code).toBe(0);
    const right = answers(stdout).filter((t, i) => t.departments[0]?.name === truth[i]?.lead).length;
    expect(right).toBeGreaterThanOrEqual(17);
    const database = await DuckDBInstance.create(join(out, 'analysis.duckdb'), { access_mode: 'READ_ONLY' });
    const connection = await database.connect();
    const rows = await connection.runAndReadAll(
      'select count(distinct proposal_id)::integer, count(*) filter (where rank = 1 and handled)::integer from mart.routes',
    );
    const [proposals = 0, agreed = 0] = (rows.getRows()[0] ?? []).map(Number);
    expect(proposals).toBe(679);
    expect(agreed).toBeGreaterThan(400);
    connection.closeSync();
    database.closeSync();
  });
});
