import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWritten, type Written } from '../data/sample/make/written.ts';
import { ROOT } from '../pipeline/root.ts';
import { jianyan, program } from './e2e/jianyan.ts';
import { emptyFolder } from './folder.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const README = ['README.md', 'README.zh-CN.md'];
const DOCS = ['data/docs/tables.md', 'data/docs/recipes.md', 'data/docs/methods.md'];
const PAGES = [...README, 'CHANGELOG.md', 'data/README.md', 'data/sample/README.md', ...DOCS];

/** A line of output with its clock and speed taken away. */
const timeless = (line: string) => line.replace(/（[\d,]+ 件\/秒）/, '').replace(/[\d.]+ 秒$/, '秒');

describe('the documentation', () => {
  it.each(PAGES)('%s links only to what is there', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  it('describes every command and option in both README', async () => {
    const help = (await jianyan('--help')).stdout;
    const commands = [...help.matchAll(/^ {2}(\w+) .*[<[]/gm)].map((match) => match[1] ?? '');
    expect(commands).toContain('run');
    for (const command of commands.filter((name) => name !== 'jianyan')) {
      const options = [...(await jianyan(command, '--help')).stdout.matchAll(/^ {2}(--\w[\w-]*)/gm)].map(
        (m) => m[1],
      );
      for (const page of README) {
        const row = read(page)
          .split('\n')
          .find((line) => line.startsWith(`| \`${command} `));
        expect([page, command, row]).toEqual([page, command, expect.any(String)]);
        expect(options.filter((option) => !row?.includes(option ?? ''))).toEqual([]);
      }
    }
  });

  it('describes every mart in both README', () => {
    const models = readdirSync(join(ROOT, 'pipeline', 'marts')).map((file) => file.replace('.sql', ''));
    for (const page of README) {
      expect([...read(page).matchAll(/^\| `(\w+)` \|/gm)].map((m) => m[1]).sort()).toEqual(models);
    }
  });

  it('describes every key of jianyan.yaml in data/README.md and in the file itself', () => {
    const keys = [...read('pipeline/config.ts').matchAll(/^ {2}(\w+): (?:z|day)\b/gm)].map((m) => m[1] ?? '');
    expect(keys).toContain('profiles');
    for (const key of keys) {
      expect(read('data/README.md')).toMatch(new RegExp(`^\\| \`${key}\` \\|`, 'm'));
      expect(read('data/workspace/jianyan.yaml')).toMatch(new RegExp(`^(# )?${key}:`, 'm'));
    }
  });

  it('says in both README where the documents beside the data are', () => {
    for (const page of README) for (const document of DOCS) expect(read(page)).toContain(`](${document})`);
  });

  it('has a citation of this version under this licence', () => {
    const { version, license }: Record<string, unknown> = JSON.parse(read('package.json'));
    const citation: unknown = parse(read('CITATION.cff'));
    expect(citation).toMatchObject({ 'cff-version': '1.2.0', version, license, title: expect.any(String) });
    expect(citation).toMatchObject({ message: expect.any(String), authors: [{ name: expect.any(String) }] });
  });

  it('shows in both README what npm start really prints', async () => {
    const { stdout, stderr } = await jianyanStart(emptyFolder());
    const printed = `${stderr}\n${stdout}`.split('\n').map(timeless);
    for (const page of README) {
      const block = /```console\n\$ npm ci && npm start\n([\s\S]*?)```/.exec(read(page))?.[1] ?? '';
      const shown = block.trim().split('\n').map(timeless);
      expect(shown.length).toBeGreaterThan(8);
      expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
    }
  });

  it('gives the true counts of the sample city', () => {
    const written = readWritten();
    const of = (test: (w: Written) => boolean) => written.filter(test).length;
    const facts = read('data/sample/truth.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const fact = (kind: string) => facts.filter((f) => f.kind === kind).length;
    const cell = (row: string) =>
      new RegExp(`^\\| ${row} \\| (.+) \\|$`, 'm').exec(read('data/sample/README.md'))?.[1];
    expect(cell('proposals 2020–2024')).toBe(`${written.length}`);
    expect(cell('of them 政协 / 人大')).toBe(
      `${of((w) => w.body === '政协')} / ${of((w) => w.body === '人大')}`,
    );
    expect(cell('topics / departments that lead')).toBe(
      `${new Set(written.map((w) => w.topic)).size} / ${new Set(written.map((w) => w.lead)).size}`,
    );
    expect(cell('texts in three parts \\(问题, 分析, 建议\\)')).toBe(`${of((w) => w.three_part)}`);
    expect(cell('written answers')).toBe(`${of((w) => w.reply !== null)}`);
    expect(cell('obstacles / promises marked in them')).toBe(`${fact('obstacle')} / ${fact('promise')}`);
    expect(cell('near-copies / fragments')).toBe(`${fact('copy')} / ${fact('fragment')}`);
    expect(cell('look-alike pairs about another place or object')).toBe(`${fact('lookalike')}`);
    expect(cell('planted ledger errors')).toBe(`${fact('ledger_error')}`);
  });

  it('keeps the two README equal in structure', () => {
    const shape = (page: string) =>
      read(page)
        .split('\n')
        .map((line) => /^(#+ |\||```|- |!\[|$)/.exec(line)?.[1] ?? 'text');
    expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
  });
});

/** What `npm start` does, in another folder. */
async function jianyanStart(folder: string) {
  const scripts: { start: string } = JSON.parse(read('package.json')).scripts;
  const finished = { stdout: '', stderr: '' };
  for (const command of scripts.start.split(' && ')) {
    const [, cli = '', ...args] = command.split(' ');
    const { code, stdout, stderr } = await program(process.execPath, [join(ROOT, cli), ...args], folder);
    expect([code, stderr]).toEqual([0, expect.anything()]);
    finished.stdout += stdout;
    finished.stderr += stderr;
  }
  return finished;
}
