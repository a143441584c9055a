import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../pipeline/root.ts';
import { displayWidth } from '../../pipeline/text/width.ts';
import { emptyFolder } from '../folder.ts';
import { lockedPdf } from '../lint/locked-pdf.ts';
import { jianyan } from './jianyan.ts';

const RIGHT = '2023年，临澜市水利局共承办政协提案20件，其中主办12件、会办8件。办复率100%，满意率100%。\n';
const WRONG = '2023年，溪源县民政局共承办政协提案21件，主办12件、会办8件。\n';

function write(name: string, content: string | Uint8Array): string {
  const file = join(emptyFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe('jianyan lint', () => {
  it('prints one JSON object a line for each file, with all fields', async () => {
    const files = [write('甲.txt', RIGHT), write('乙.md', WRONG)];
    const { code, stdout, stderr } = await jianyan('lint', ...files, '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.file).toBe(files[0]);
    expect(first.facts[1]).toEqual({
      metric: 'lead',
      body: '政协',
      label: '主办',
      value: 12,
      unit: '件',
      scope: null,
      evidence: '其中主办12件',
      start: 23,
      end: 30,
    });
    expect(first.checks).toEqual([
      { kind: 'sum', ok: true, class: null, says: '12+8=20', computed: '20', evidence: expect.any(String) },
    ]);
    expect(second.checks).toEqual([
      {
        kind: 'sum',
        ok: false,
        class: 'error',
        says: '12+8=21',
        computed: '20',
        evidence: expect.any(String),
      },
    ]);
    expect(RIGHT.slice(23, 30)).toBe('其中主办12件');
  });

  it('prints a table whose columns stand under each other', async () => {
    const { code, stdout } = await jianyan('lint', write('甲.txt', RIGHT));
    expect(code).toBe(0);
    const rows = stdout.split('\n').filter((line) => /件 {2}|% {2}|数值 {2}/.test(line));
    expect(rows.length).toBe(6);
    const columns = rows.map((line) => displayWidth(line.slice(0, line.search(/(?<=件|%|数值) {2}\S/))));
    expect(new Set(columns).size).toBe(1);
    expect(stdout).toContain('全部相符');
  });

  it('writes annotated copies', async () => {
    const folder = join(emptyFolder(), '批注');
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(WRONG)] }] }));
    const files = [write('报告.docx', new Uint8Array(word)), write('报告.txt', WRONG)];
    const { code, stderr } = await jianyan('lint', ...files, '--annotate', folder);
    expect(code).toBe(0);
    expect(stderr).toContain('报告-体检.docx');
    expect(readFileSync(join(folder, '报告-体检.html'), 'utf8')).toContain('12+8 写作 21');
    expect(readFileSync(join(folder, '报告-体检.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('names what cannot be read and goes on with the others', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '文件夹.txt'));
    const bad = [
      write('空.txt', ''),
      write('空白.txt', ' \n\n'),
      write('坏.docx', 'PK\u0003\u0004oops'),
      write('扫描.pdf', new Uint8Array(readFileSync(join(ROOT, 'test', 'ingest', 'files', 'scan.pdf')))),
      write('加密.pdf', lockedPdf()),
      write('台账.xlsx', 'x'),
      join(folder, '文件夹.txt'),
      join(folder, '没有.txt'),
    ];
    const { code, stdout, stderr } = await jianyan(
      'lint',
      ...bad,
      write('甲.txt', RIGHT),
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(stdout.trim().split('\n').length).toBe(1);
    const messages = stderr.trim().split('\n');
    expect(messages.length).toBe(bad.length);
    for (const [i, message] of messages.entries())
      expect(message).toMatch(new RegExp(`^.*${bad[i]?.split('/').at(-1)}：.+；.+`));
    expect(messages[3]).toContain('扫描件');
    expect(messages[4]).toContain('密码');
    expect(stderr).not.toMatch(/\bat .*:\d+/);
  });

  it('makes up nothing out of a novel, and reads five hundred pages', async () => {
    const novel =
      '他推开门，屋里有三件旧家具，墙上的钟停在九点。“百分之百没问题。”她说，“两个人，一件事。”\n'.repeat(
        4000,
      );
    const pages =
      RIGHT.repeat(60) +
      '我局坚持把办理工作作为重要任务，逐件研究，逐项落实，做到件件有着落、事事有回音。\n'.repeat(6500);
    const { code, stdout } = await jianyan(
      'lint',
      write('小说.txt', novel),
      write('长.txt', pages),
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ facts: [], checks: [], notes: [] });
    expect(second.facts.length).toBe(5);
  });
});
