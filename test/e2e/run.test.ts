import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModels } from '../../pipeline/store/models.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';
import { CLI, hasShared, jianyan, SAMPLE, SHARED } from './jianyan.ts';

/** Every file below a run, with its hash, except the two that may differ: the database and the manifest with its clock. */
function hashes(run: string): Record<string, string> {
  const names = readdirSync(run, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const entries = names.map((e) => {
    const path = join(e.parentPath, e.name);
    return [path.slice(run.length), createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return Object.fromEntries(
    entries.filter(([name]) => !/analysis\.duckdb|manifest\.json/.test(name ?? '')).sort(),
  );
}

async function rows(run: string, sql: string): Promise<unknown[][]> {
  const database = await DuckDBInstance.create(join(run, 'analysis.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await database.connect();
  const found = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  database.closeSync();
  return found;
}

describe('jianyan run on the sample city', () => {
  let out = '';
  let stdout = '';
  let stderr = '';
  beforeAll(async () => {
    out = join(process.env.TMPDIR ?? '/tmp', `jianyan-sample-${process.pid}`);
    const result = await jianyan('run', SAMPLE, '--out', out);
    expect(result.stderr).not.toContain('程序出错');
    expect(result.code).toBe(0);
    ({ stdout, stderr } = result);
    return () => rmSync(out, { recursive: true, force: true });
  });

  it('prints the balance on standard output and the progress on standard error', () => {
    expect(stdout).toMatch(/台账 \d+ 行 = 成案 \d+ \+ 并入已有案件 \d+ \+ 未读入 \d+/);
    expect(stdout).toMatch(/文档 79 份 = 对上台账 79 \+ 单独成案 0 \+ 未读入 0/);
    expect(stdout).toContain('看板：');
    const stages = ['主题分类', '分办建议', '提取比对特征', '查找相似', '判断关系', '读取答复', '装入数据库'];
    expect(stderr).toMatch(new RegExp(stages.join(' .*\\n')));
    expect(stderr).not.toContain('\u001b');
  });

  it('writes every mart but the entries for programs as a sheet with Chinese headers', async () => {
    const models = readModels().filter(({ name }) => name !== 'entries');
    const book = read(readFileSync(join(out, 'tables.xlsx')));
    expect(book.SheetNames).toEqual(models.map((m) => m.title));
    for (const { name, title, columns } of models) {
      const [[count]] = (await rows(out, `select count(*)::integer from mart.${name}`)) as [[number]];
      const sheet = utils.sheet_to_json<string[]>(book.Sheets[title] ?? {}, { header: 1 });
      expect(sheet.length, name).toBe(count + 1);
      expect(sheet[0]).toEqual([...columns.values()].map((c) => c.split('；')[0]));
    }
  });

  it('agrees with the planted truth: proposals, departments, dates, outcomes, ratings', async () => {
    const facts = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const planted = new Set(
      facts.filter((f) => f.kind === 'ledger_error' && f.proposal_id).map((f) => f.proposal_id),
    );
    const found = new Map(
      (
        await rows(
          out,
          'select p.proposal_id, departments, co_departments, outcome, replied_on, result_final, r.text from mart.proposals p join raw.proposals r using (proposal_id)',
        )
      ).map((r) => [r[0], r]),
    );
    const proposals = facts.filter((f) => f.kind === 'proposal');
    expect(found.size).toBe(proposals.length);
    const canonical = (name: string) => name.replace('消防救援支队', '消防救援大队');
    for (const fact of proposals) {
      const [, lead, co, outcome, replied, rating, text] = found.get(fact.proposal_id) ?? [];
      expect([lead, co], fact.proposal_id).toEqual([
        canonical(fact.lead),
        fact.co.map(canonical).join('、') || null,
      ]);
      expect(String(text ?? '').length, fact.proposal_id).toBeGreaterThan(79);
      if (planted.has(fact.proposal_id)) continue;
      expect([outcome, replied], fact.proposal_id).toEqual([fact.outcome, fact.replied_on]);
      const words: Record<string, string> = {
        满意: 'satisfied',
        基本满意: 'basically',
        不满意: 'dissatisfied',
      };
      const rounds = /^(政协-2023|政协-2021|政协-2020|人大-2020|人大-2024)/.test(fact.proposal_id)
        ? fact.feedback.slice(0, 1)
        : fact.feedback;
      expect(rating, fact.proposal_id).toBe(words[rounds.at(-1)] ?? null);
    }
  });

  it('finds every planted ledger error', async () => {
    const facts = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const rejects = await rows(out, 'select file, row, value from mart.rejects');
    const findings = await rows(out, 'select kind, proposal_id from mart.health_findings');
    for (const error of facts.filter((f) => f.kind === 'ledger_error')) {
      const asReject = rejects.some(
        ([file, row, value]) => (file === error.file && row === error.row) || value === error.value,
      );
      const asFinding = findings.some(([kind, id]) => kind === error.error && id === error.proposal_id);
      expect(asReject || asFinding, JSON.stringify(error)).toBe(true);
    }
  });

  it('gives the same bytes for the same input, whatever the folder is called', async () => {
    const folder = emptyFolder();
    const copy = join(folder, '另一个 位置');
    cpSync(SAMPLE, copy, { recursive: true });
    const again = join(folder, 'b');
    expect((await jianyan('run', copy, '--out', again)).code).toBe(0);
    expect(hashes(again)).toEqual(hashes(out));
    expect(Object.keys(hashes(again)).length).toBeGreaterThan(20);
  });

  it('says in the manifest what went in, with hashes, and how it balances', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      program: 'jianyan',
      version: expect.any(String),
      profiles: { 政协: 'city-abcd' },
    });
    const input = manifest.inputs.find((i: { name: string }) => i.name.endsWith('2020.csv'));
    const bytes = readFileSync(join(SAMPLE, 'input', input.name));
    expect(input.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(manifest.tables.proposals).toBe(manifest.balance.proposals);
  });
});

describe('jianyan run and what can go wrong', () => {
  const ledger = { '2024政协提案.csv': '编号,案由\n1,关于修水库的提案\n' };

  it('exits 1 with place, cause and remedy, and leaves the earlier run as it was', async () => {
    const folder = emptyFolder();
    writeFiles(folder, { 'in/a.csv': ledger['2024政协提案.csv'], 'bad/a.csv': '编号,单位\n1,水利局\n' });
    const out = join(folder, 'out');
    expect((await jianyan('run', join(folder, 'in'), '--out', out)).code).toBe(0);
    const before = hashes(out);
    const { code, stderr, stdout } = await jianyan('run', join(folder, 'bad'), '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/a\.csv：没有找到标题列（看到的列名：编号、单位）；请/);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(hashes(out)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['bad', 'in', 'out']);
  });

  it('refuses a folder that is not a run of ours', async () => {
    const folder = emptyFolder();
    writeFiles(folder, { 'in/a.csv': ledger['2024政协提案.csv'], 'out/家庭照片.jpg': 'x' });
    const { code, stderr } = await jianyan('run', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/文件夹里有其他内容，不是建言生成的结果；请/);
  });

  it('exits 2 on bad usage, 0 on --help, in Chinese', async () => {
    expect((await jianyan('run')).code).toBe(2);
    expect((await jianyan('no-such-command')).code).toBe(2);
    const help = await jianyan('--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/用法：[\s\S]*命令：[\s\S]*整批运行/);
  });

  it('leaves the last good run when it is killed half-way', async () => {
    const folder = emptyFolder();
    writeFiles(folder, { 'in/a.csv': ledger['2024政协提案.csv'] });
    const out = join(folder, 'out');
    await jianyan('run', join(folder, 'in'), '--out', out);
    const before = hashes(out);
    const child = spawn(process.execPath, [CLI, 'run', SAMPLE, '--out', out], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk) => {
        if (String(chunk).includes('读取文件')) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    expect(child.signalCode).toBe('SIGKILL');
    expect(hashes(out)).toEqual(before);
    expect((await jianyan('run', join(folder, 'in'), '--out', out)).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!canMount)(
    'explains a full and a read-only disk (needs root to mount one: skipped elsewhere)',
    async () => {
      const folder = emptyFolder();
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
      if (mount.status !== 0) return expect(String(mount.stderr)).toMatch(/permission denied|not permitted/i);
      try {
        const full = await jianyan('run', SAMPLE, '--out', join(disk, 'out'));
        expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/磁盘空间不足；请清理磁盘/)]);
        expect(readdirSync(disk)).toEqual([]);
        spawnSync('mount', ['-o', 'remount,ro', disk]);
        const readOnly = await jianyan('run', SAMPLE, '--out', join(disk, 'out'));
        expect([readOnly.code, readOnly.stderr]).toEqual([1, expect.stringMatching(/只读/)]);
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );
});

describe('jianyan init', () => {
  it('makes a workspace that runs, and changes nothing the second time', async () => {
    const folder = join(emptyFolder(), '工作区');
    const first = await jianyan('init', folder);
    expect([first.code, readdirSync(folder).sort()]).toEqual([
      0,
      ['input', 'issues.csv', 'jianyan.yaml', 'report-template.yaml', 'reviews.csv'],
    ]);
    const yaml = readFileSync(join(folder, 'jianyan.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'jianyan.yaml'),
      yaml.replace('name: ""', 'name: 某市').replaceAll('\n', '\r\n'),
    );
    expect((await jianyan('init', folder)).stderr).toContain('没有改动');
    writeFiles(folder, { 'input/2024政协提案.csv': '编号,案由\r\n1,关于修水库的提案\r\n' });
    const { code, stdout } = await jianyan('run', folder, '--out', join(folder, 'out'));
    expect([code, stdout]).toEqual([0, expect.stringContaining('共 1 件')]);
    expect(readFileSync(join(folder, 'out', 'dashboard.html'), 'utf8')).toContain('某市提案建议办理看板');
  });

  it('names the line of a mistake in jianyan.yaml', async () => {
    const folder = emptyFolder();
    writeFiles(folder, { 'jianyan.yaml': 'name: 某市\ntokeniser: jieba\n', 'input/a.csv': '案由\nx\n' });
    const { code, stderr } = await jianyan('run', folder, '--out', join(folder, 'out'));
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/jianyan\.yaml：有 1 处填写错误\s+第 2 行：tokeniser/),
    ]);
  });

  it('leaves a folder with other content alone', async () => {
    const folder = emptyFolder();
    writeFiles(folder, { 'a.txt': 'x' });
    expect((await jianyan('init', folder)).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('jianyan check', () => {
  it('prints the health of the sample and writes it as a table', async () => {
    const file = join(emptyFolder(), '体检.xlsx');
    const { code, stdout } = await jianyan('check', SAMPLE, '--out', file);
    expect(code).toBe(0);
    for (const part of [
      '一、缺项',
      '答复早于交办 1 条',
      '超期未答复',
      '办理结果口径未列 1 条',
      '合计行，不是提案',
      '2023年13月5日',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(read(readFileSync(file)).SheetNames).toEqual(
      ['数据体检：各年度缺项', '数据体检：逐条问题', '未能读入的内容', '数据提醒'].map((n) =>
        n.replace('：', '：'),
      ),
    );
  });
});

describe.skipIf(!hasShared)(`real ledgers${hasShared ? '' : ' (../shared is absent: skipped)'}`, () => {
  it.each([
    ['ledger_hualien.xlsx', 2118],
    ['messages_with_replies.jsonl', 1463],
  ])('%s goes through whole', async (name, count) => {
    const out = join(emptyFolder(), 'out');
    const { code, stdout } = await jianyan('run', join(SHARED, name), '--out', out);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `台账 ${count.toLocaleString('en')} 行 = 成案 ${count.toLocaleString('en')} + 并入已有案件 0 + 未读入 0`,
    );
    expect(
      await rows(
        out,
        'select count(*)::integer, count(distinct proposal_id)::integer, (select count(*)::integer from raw.rejects) from mart.proposals',
      ),
    ).toEqual([[count, count, 0]]);
  });

  it('the median days to reply of messages_with_replies.jsonl are those of the file itself', async () => {
    const out = join(emptyFolder(), 'out');
    const file = join(SHARED, 'messages_with_replies.jsonl');
    await jianyan('run', file, '--out', out);
    const direct = `select median(date_diff('day', asked_at::date, replied_at::date))::double from read_json('${file}', format = 'newline_delimited')`;
    expect(await rows(out, 'select median(days_to_reply)::double from mart.answers')).toEqual(
      await rows(out, direct),
    );
  });
});
