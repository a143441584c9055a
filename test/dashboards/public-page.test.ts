import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { pageTables } from '../share/read-outputs.ts';
import { hasBrowser, openBrowser } from './browser.ts';

describe.skipIf(!hasBrowser)('pages for others, in a browser with the network off (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    const workspace = join(folder, 'workspace');
    cpSync(SAMPLE, workspace, { recursive: true });
    await run(workspace, join(folder, 'public'), silentProgress, { audience: 'public' });
    await run(workspace, join(folder, 'leadership'), silentProgress, { audience: 'leadership', packs: true });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(...path: string[]) {
    const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on(
      'request',
      (request) => !/^(file|data|blob):/.test(request.url()) && problems.push(request.url()),
    );
    await page.goto(pathToFileURL(join(folder, ...path)).href);
    return { page, problems };
  }

  it('shows the public every tab, what is withheld and why, and only the filters that its numbers have', async () => {
    const { page, problems } = await open('public', 'dashboard.html');
    const tabs = await page.getByRole('tab').allTextContents();
    expect(tabs).toEqual(['总览', '主题', '承办单位', '公开目录', '数据与口径']);
    expect(await page.locator('.filters label span').allTextContents()).toEqual(['年度', '主题', '承办单位']);
    await page.locator('.filters select').nth(0).selectOption('2020年');
    await expect.poll(() => page.locator('.finding p').first().textContent()).toContain('2020年');
    expect(await page.locator('main').textContent()).toContain('不公布');
    await page.locator('.filters select').nth(1).selectOption({ index: 1 });
    await expect.poll(() => page.url()).toContain('topic=');
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tab }).click();
      await expect.poll(() => page.locator('main h2').textContent()).toBe(tab);
    }
    expect(await page.locator('main').textContent()).toMatch(/没有公布的内容.*不予公开.*未注明/s);
    expect(problems).toEqual([]);
  });

  it('carries in the public page nothing but the public tables', () => {
    const html = readFileSync(join(folder, 'public', 'dashboard.html'), 'utf8');
    expect([...pageTables(html).keys()]).toEqual([
      'public_statistics',
      'public_proposals',
      'withheld',
      'public_metrics',
    ]);
  });

  it('opens every tab of a department’s pack, and none of other departments', async () => {
    const { page, problems } = await open('leadership', 'packs', '水利局.html');
    const tabs = await page.getByRole('tab').allTextContents();
    expect(tabs).toContain('与全体比较');
    expect(tabs).not.toContain('承办单位');
    expect(await page.locator('h1').textContent()).toContain('水利局');
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tab }).click();
      await expect.poll(() => page.locator('main h2').textContent()).toBe(tab);
    }
    expect(problems).toEqual([]);
  });

  it('gives a pack the rows of its own department alone, and the same sums as the whole page has of it', () => {
    const pack = pageTables(readFileSync(join(folder, 'leadership', 'packs', '水利局.html'), 'utf8'));
    const all = pageTables(readFileSync(join(folder, 'leadership', 'dashboard.html'), 'utf8'));
    const rows = (tables: typeof pack) =>
      tables
        .get('entries')
        ?.toArray()
        .map((row) => row.toJSON()) ?? [];
    const own = rows(all).filter((row) => row.department === '水利局');
    expect(new Set(rows(pack).map((row) => row.department))).toEqual(new Set(['水利局']));
    const sum = (list: typeof own, key: string) => list.reduce((total, row) => total + Number(row[key]), 0);
    for (const key of ['answers', 'replied', 'late', 'solved', 'result_final_satisfied'])
      expect([key, sum(rows(pack), key)]).toEqual([key, sum(own, key)]);
    const named = pack.get('whole')?.schema.fields.map(({ name }) => name);
    expect(named).toEqual(['metric', 'period', 'numerator', 'denominator']);
  });
});
