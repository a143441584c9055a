import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { report } from '../../pipeline/report/report.ts';
import { run } from '../../pipeline/run.ts';
import { writeFiles } from '../ingest/make-files.ts';
import { FILES, IN_EVERY_FIELD, IN_TOTAL, NOT_PUBLIC, PRIVATE, UNITS } from './planted.ts';
import { readOutputs } from './read-outputs.ts';

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\-‐-―·.]/g, '');

/** Which secrets stand in which file, with or without blanks and dashes. */
function leaks(outputs: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  return [...outputs].flatMap(([file, text]) => {
    const squeezed = squeeze(text);
    return secrets
      .filter((secret) => text.includes(secret) || squeezed.includes(squeeze(secret)))
      .map((secret) => `${file}: ${secret}`);
  });
}

describe('a run with private data planted in every place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const workspace = join(folder, 'workspace');
  const notices: string[] = [];
  const outputs: Record<string, Map<string, string>> = {};

  beforeAll(async () => {
    writeFiles(workspace, FILES);
    const progress = { ...silentProgress, notice: (message: string) => void notices.push(message) };
    for (const audience of ['internal', 'leadership', 'public'] as const) {
      const out = join(folder, audience);
      await run(workspace, out, progress, { audience, packs: audience !== 'public' });
      outputs[audience] = await readOutputs(out);
    }
    for (const audience of ['leadership', 'public'] as const)
      for (const extension of ['docx', 'md']) {
        const scope = { unit: null, year: 2024, body: null };
        mkdirSync(join(folder, 'reports', audience), { recursive: true });
        await report(
          join(folder, 'internal'),
          scope,
          join(folder, 'reports', audience, `报告.${extension}`),
          audience,
        );
      }
  }, 300_000);

  it('shows the office everything, so that what is not found elsewhere was hidden', () => {
    const found = leaks(outputs.internal ?? new Map(), [...PRIVATE, ...NOT_PUBLIC]);
    for (const secret of [...PRIVATE, ...NOT_PUBLIC])
      expect([secret, found.some((leak) => leak.endsWith(`: ${secret}`))]).toEqual([secret, true]);
    expect(leaks(outputs.internal ?? new Map(), IN_EVERY_FIELD).length).toBeGreaterThan(50);
  });

  it('shows leaders no private data in any byte of any file, and still who proposed', () => {
    expect(leaks(outputs.leadership ?? new Map(), [...PRIVATE, ...IN_EVERY_FIELD, IN_TOTAL])).toEqual([]);
    const database = outputs.leadership?.get('analysis.duckdb') ?? '';
    for (const kept of ['诸葛青禾', '慕容听雪', '【不予公开】', '［手机号已隐去］'])
      expect(database).toContain(kept);
  });

  it('shows the public neither private data nor names, nor what is not to be published', () => {
    const secrets = [...PRIVATE, ...NOT_PUBLIC, ...IN_EVERY_FIELD, IN_TOTAL];
    expect(leaks(outputs.public ?? new Map(), secrets)).toEqual([]);
    const list = outputs.public?.get('dashboard.html') ?? '';
    expect(list).toContain('关于［姓名已隐去］同志所提［内容已隐去］问题的提案');
    expect(list).toContain('关于请拨［手机号已隐去］反映停车难的提案');
  });

  it('writes reports for leaders and the public by the same rules', async () => {
    const leaders = await readOutputs(join(folder, 'reports', 'leadership'));
    const everybody = await readOutputs(join(folder, 'reports', 'public'));
    expect(leaks(leaders, PRIVATE)).toEqual([]);
    expect(leaks(everybody, [...PRIVATE, ...NOT_PUBLIC])).toEqual([]);
    expect(everybody.get('报告.md')).toContain('本稿为公开稿');
  });

  it('keeps the registry of the office from all rows, and the list of what was hidden in the workspace alone', () => {
    expect(readFileSync(join(workspace, 'issue-members.csv'), 'utf8')).toContain('机密河道');
    expect(readFileSync(join(workspace, 'withheld.csv'), 'utf8')).toContain('令狐野渡');
    for (const audience of ['leadership', 'public'])
      expect(existsSync(join(folder, audience, 'withheld.csv'))).toBe(false);
  });

  it('says by kind and place what was hidden', () => {
    expect(notices).toContainEqual(expect.stringMatching(/^领导稿隐去：手机号 \d+ 处（.*标题 \d+/));
    expect(notices).toContainEqual(expect.stringMatching(/^公开稿不列：不予公开 \d+ 件/));
  });

  it('gives a department its own cases only, in a file whose name it can bear', () => {
    const packs = [...(outputs.internal ?? [])].filter(([file]) => file.startsWith('packs'));
    expect(packs.map(([file]) => file)).toContain(join('packs', '水利局.html'));
    for (const [file, text] of packs) {
      const others = ['加固青石河', '扩建中心小学', '新增公交线路', '增设养老服务站'].filter((title) =>
        text.includes(title),
      );
      expect([file, others.length]).toEqual([file, UNITS.some((unit) => file.includes(unit)) ? 1 : 0]);
    }
  });

  it('tells from which run to work where the public has too little', async () => {
    const scope = { unit: null, year: null, body: null };
    await expect(report(join(folder, 'public'), scope, join(folder, 'x.md'))).rejects.toThrow(
      /公开稿.*请改用内部稿/s,
    );
    await expect(report(join(folder, 'internal'), scope, join(folder, 'x.md'), 'public')).rejects.toThrow(
      '--year',
    );
    await expect(
      report(join(folder, 'internal'), { ...scope, unit: '水利局' }, join(folder, 'x.md'), 'public'),
    ).rejects.toThrow('只按年度写');
    await expect(
      run(workspace, join(folder, 'x'), silentProgress, { audience: 'public', packs: true }),
    ).rejects.toThrow('不能公开');
  });
});
