import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, type Finished, jianyan, SAMPLE } from './jianyan.ts';

/** A workspace of the sample city with two years to start with; the later tests go on from what the earlier did. */
const home = join(process.env.TMPDIR ?? '/tmp', `jianyan-review-${process.pid}`);
const workspace = join(home, '工作区');
const out = join(home, '结果');

beforeAll(async () => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  expect((await jianyan('init', workspace)).code).toBe(0);
  cpSync(join(SAMPLE, 'jianyan.yaml'), join(workspace, 'jianyan.yaml'));
  addYears(2022, 2023);
  expect(await jianyan('run', workspace, '--out', out)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function addYears(...years: number[]): void {
  for (const year of years) {
    cpSync(join(SAMPLE, 'input', `${year}年`), join(workspace, 'input', `${year}年`), { recursive: true });
  }
}

/** Types lines into `jianyan review`. */
function typed(lines: string[], ...options: string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'review', workspace, ...options]);
    const finished: Finished = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      finished.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      finished.stderr += chunk;
    });
    child.on('close', (code) => resolve({ ...finished, code }));
    child.stdin.end(lines.join('\n'));
  });
}

/** A file of the registry: lines of cells. */
function csv(name: string): string[][] {
  const text = readFileSync(join(workspace, name), 'utf8').replace('\uFEFF', '');
  const lines = text.trimEnd().split('\r\n').slice(1);
  return lines.map((line) => line.split(','));
}

const places = () => Object.fromEntries(csv('issue-members.csv').map(([issue = '', id = '']) => [id, issue]));
/** The issues of two members or more, with their members' lines. */
const issues = () => csv('issues.csv').filter((cells) => Number(cells[4]) > 1);

describe('jianyan run on a workspace', () => {
  it('keeps a registry of issues in it', () => {
    expect(readFileSync(join(workspace, 'issues.csv'), 'utf8')).toMatch(
      /^\uFEFF议题编号,议题名称,首次年度,最近年度,件数,说明,机器名称,状态\r\nYT-0001,/,
    );
    expect(issues().length).toBeGreaterThan(10);
    expect(csv('issue-decisions.csv')).toEqual([]);
  });

  it('shows the issues in the tables, one sheet for each mart', () => {
    const book = read(readFileSync(join(out, 'tables.xlsx')));
    const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.反复提出的议题 ?? {});
    expect(sheet.map((row) => row.议题编号).sort()).toEqual(issues().map(([id]) => id));
  });
});

describe('jianyan review', () => {
  it('shows what waits when nothing is typed', async () => {
    const { code, stdout } = await typed([]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^复核与并案：临澜市\n待人决定 主题 \d+ 件、主办单位 \d+ 件\n议题 \d+ 个，其中跨年提出 \d+ 个；人工决定 0 条有效\n等人核对的议题 0 个\n$/,
      ),
    ]);
  });

  it('lists the queue with the least certain first', async () => {
    const { stdout } = await typed(['队列 5']);
    const scores = [...stdout.matchAll(/^ {16}\S+：\S+? (0\.\d\d)/gm)].map((match) => Number(match[1]));
    expect(scores).toHaveLength(5);
    expect(scores).toEqual([...scores].sort());
    expect(stdout).toMatch(/…… 另有 \d+ 条，写“队列 50”可看更多/);
  });

  it('merges, splits, renames and undoes, each with what it changed, and keeps the log', async () => {
    const [[a = ''] = [], [b = ''] = []] = issues();
    const member = csv('issue-members.csv').find(([issue]) => issue === b)?.[1] ?? '';
    const before = places();
    const { code, stdout } = await typed(
      [`并案 ${a} ${b}`, `拆开 ${a} ${member}`, `改名 ${a} 一条、两条=路`, '撤销 1', '记录'],
      '--by',
      '张三',
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      `第 1 条决定：${b} 并入 ${a}；撤销 1 可以恢复。看板和表格在下次运行时更新\n${a}  `,
    );
    expect(stdout).toContain(`第 2 条决定：${member} 从 ${a} 拆出，单列`);
    expect(stdout).toMatch(/\n1 {3}\d{4}-\d\d-\d\d \d\d:\d\d {2}张三 {2}\S+ 并入 \S+（已撤销）\n2 /);
    expect(csv('issues.csv')[0]?.[1]).toBe('一条、两条=路');
    expect(places()).toEqual(before);
  });

  it('does the same by options, for scripts, with name and note', async () => {
    const [, [b = ''] = []] = issues();
    const { stdout } = await jianyan(
      'review',
      workspace,
      '--rename',
      b,
      '新 名称',
      '--by',
      '李四',
      '--note',
      '领导批示',
    );
    expect(stdout).toContain(`第 5 条决定：${b} 改名为「新 名称」（领导批示）`);
    expect(csv('issue-decisions.csv').at(-1)?.slice(2)).toEqual([
      '李四',
      '改名',
      b,
      '',
      '',
      '新 名称',
      '',
      '领导批示',
    ]);
    expect((await jianyan('review', workspace, '--undo', '5')).stdout).toContain('第 6 条决定：撤销第 5 条');
  });

  it('takes decisions about topics into reviews.csv and the case off the queue', async () => {
    const [, id = ''] =
      /^(\S+) +\S/m.exec((await typed(['队列 1'])).stdout.split('把握小的在前\n')[1] ?? '') ?? [];
    const { stdout } = await typed([`主题 ${id} 交通`, '队列 1'], '--by', '张三');
    expect(stdout).toContain(`${id} 主题：交通运输（`);
    expect(stdout.split('已记入 reviews.csv')[1]).not.toContain(`\n${id} `);
    const accepted = await jianyan(
      'review',
      workspace,
      '--topic',
      '政协-2023-1',
      '--lead',
      '政协-2023-1',
      '水利局',
    );
    expect(accepted.stdout).toMatch(
      /^政协-2023-1 主题：.*（采纳机器判断），已记入 reviews\.csv\n政协-2023-1 主办：水利局/,
    );
    const lines = readFileSync(join(workspace, 'reviews.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',').at(-1))).toEqual([
      '改正',
      '采纳',
      expect.stringMatching(/改正|采纳/),
    ]);
    expect((await typed(['主题 政协-2023-1 天文'])).stderr).toMatch(/天文：主题词表里没有；可写：水利、/);
    expect((await typed(['主办 政协-2023-1 天文台'])).stderr).toMatch(/天文台：单位名录里没有/);
  });

  it('stops a script at the first mistake, in words, and writes nothing of it', async () => {
    const { code, stderr } = await typed(['并案 YT-0001 YT-9999', '改名 YT-0001 甲']);
    expect([code, stderr]).toEqual([1, 'YT-9999：没有这个议题；请核对编号，或先运行一次 jianyan run\n']);
    expect(csv('issue-decisions.csv')).toHaveLength(6);
    expect(await jianyan('review', out)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('不是工作区（没有 jianyan.yaml）'),
    });
  });

  const hasPty = spawnSync('script', ['--version']).status === 0;
  it.skipIf(!hasPty)('tells a person at a terminal of a mistake and asks for the next line', () => {
    const lines = `(sleep 1.5; printf '并案 YT-1\\n'; sleep 0.3; printf '记录\\n'; sleep 0.3; printf '退出\\n')`;
    const command = `${process.execPath} ${CLI} review ${workspace}`;
    const shell = spawnSync('sh', ['-c', `${lines} | script -qec '${command}' /dev/null`], {
      encoding: 'utf8',
    });
    expect(shell.stdout).toContain('建言> ');
    expect(shell.stdout).toContain('并案（m） YT-0001 YT-0002');
    expect(shell.stdout).toContain('至少要写两个不同的议题或案件');
    expect(shell.stdout).toMatch(/6 {3}\d{4}-.*撤销第 5 条/);
  });
});

describe('the next year', () => {
  it('keeps all ids, the name that a person wrote, and every decision', async () => {
    const [[a = ''] = []] = issues();
    const [taken = ''] = csv('issue-members.csv')
      .filter(([issue]) => issue === a)
      .map(([, id]) => id);
    await jianyan('review', workspace, '--split', a, taken);
    const before = places();
    addYears(2024);
    expect(await jianyan('run', workspace, '--out', out)).toMatchObject({ code: 0 });
    const after = places();
    const moved = Object.entries(before).filter(([id, issue]) => issue !== '' && after[id] !== issue);
    expect(moved).toEqual([]);
    expect(after[taken]).not.toBe(a);
    expect(csv('issues.csv')[0]?.[1]).toBe('一条、两条=路');
    expect(issues().length).toBeGreaterThan(Object.values(before).length / 4);
  });

  it('says so when issues.csv cannot be read, and leaves the earlier run as it was', async () => {
    const file = join(workspace, 'issues.csv');
    const good = readFileSync(file);
    writeFileSync(file, good.toString().replace('YT-0002', '二号'));
    const { code, stderr } = await jianyan('run', workspace, '--out', out);
    expect([code, stderr]).toEqual([1, expect.stringContaining('议题编号“二号”不是 YT-0001 这样的编号')]);
    writeFileSync(file, good);
    expect((await typed([])).stdout).toMatch(/议题 \d+ 个/);
  });
});
