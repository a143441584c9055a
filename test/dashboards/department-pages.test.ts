import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { openRun } from '../../pipeline/store/open-run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';

const HOSTILE = '<img src=x onerror="window.hacked=1">局';
/** As the run names it: without spaces. */
const NAMED = HOSTILE.replaceAll(' ', '');

describe.skipIf(!hasBrowser)('反复提出, 承办单位 and 时效 in a browser (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  const problems: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await run(SAMPLE, join(folder, 'sample'), silentProgress);
    // No department, no dates, no issues; and one department only, with a hostile name.
    const bare = '提案号,案由\n1,关于修路的提案\n';
    const quoted = `"${HOSTILE.replaceAll('"', '""')}"`;
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i + 1},关于城东路口红绿灯的提案,${quoted},2024/3/1,2024/4/${i + 1},A`,
    );
    const hostile = `提案号,案由,主办单位,交办时间,答复日期,办理结果\n${rows.join('\n')}\n13,关于建桥的提案,${quoted},2024/3/1,,\n`;
    for (const [name, csv] of Object.entries({ bare, hostile })) {
      const file = join(folder, `2024政协提案${name}.csv`);
      writeFileSync(file, csv);
      await run(file, join(folder, name), silentProgress);
    }
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, hash: string): Promise<Page> {
    const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(pathToFileURL(join(folder, name, 'dashboard.html')).href + hash);
    await page.waitForSelector('main h2');
    return page;
  }

  const sentence = async (page: Page) => (await page.locator('.finding > p').textContent()) ?? '';

  it('states the re-raising rate, the timeliness and a department as the tables of the run have them', async () => {
    const database = await openRun(join(folder, 'sample'));
    const query = async (sql: string) =>
      (await database.connection.runAndReadAll(sql)).getRows()[0]?.map(Number) ?? [];
    const [observed, reopened] = await query(
      "select observed, reopened from mart.reopened where outcome = 'solved' and dimension = '全部'",
    );
    const issues = await open('sample', '#issues');
    expect(await sentence(issues)).toContain(`已满 24 个月的 ${observed} 件次中，${reopened} 件次又被提出`);

    const [median, p90] = await query(
      "select days_median, days_p90 from mart.reply_days where period = '全部' and body = '全部' and dimension = 'total'",
    );
    const timeliness = await open('sample', '#timeliness');
    expect(await sentence(timeliness)).toContain(`中位数 ${median} 天，九成在 ${p90} 天以内`);

    const [numerator, denominator] = await query(
      "select numerator, denominator from mart.rates where metric = 'solved_rate' and period = '全部' and body = '全部' and dimension = 'department' and value = '水利局'",
    );
    const unit = await open('sample', '#departments?unit=水利局');
    expect(await sentence(unit)).toContain(
      `解决率 ${(((numerator ?? 0) / (denominator ?? 1)) * 100).toFixed(1)}%`,
    );
    expect(await sentence(unit)).toContain(`n=${denominator}`);
    database.close();
  });

  it('opens a department by the choice, a link of the table and a dot of the funnel, and its cases from there', async () => {
    const page = await open('sample', '#departments');
    await page.getByLabel('打开单位专页').selectOption('教育局');
    await expect.poll(() => page.locator('h3.unit').textContent()).toBe('教育局');
    await page.getByRole('link', { name: '← 全部承办单位' }).click();
    await page.locator('main td a').first().click();
    await expect.poll(() => page.locator('h3.unit').count()).toBe(1);
    await page.goBack();
    const dot = page.locator('.chart circle.opens').first();
    const name = ((await dot.textContent()) ?? '').split('：')[0];
    await dot.dispatchEvent('click');
    await expect.poll(() => page.locator('h3.unit').textContent()).toBe(name);
    await page.getByRole('link', { name: /^查看应答复的/ }).click();
    await expect.poll(() => page.locator('main h2').textContent()).toBe('提案');
    expect(decodeURIComponent(page.url())).toContain(`department=${name}`);
  });

  it('narrows the issues by kind, opens one with links to its cases, and says that filters leave its counts alone', async () => {
    const page = await open('sample', '#issues?topic=养老');
    await expect
      .poll(() => page.locator('main .note').allTextContents())
      .toContainEqual(expect.stringContaining('按全部数据计'));
    await page.getByRole('button', { name: /^反复提出未解决/ }).click();
    const count = Number(
      /\d+/.exec((await page.getByRole('button', { name: /^反复提出未解决/ }).textContent()) ?? '')?.[0],
    );
    expect(await page.locator('.list > details').count()).toBe(Math.min(count, 20));
    await page.locator('.list summary').first().click();
    const cases = page.locator('.list details').first().locator('td a');
    // Filled when it has opened.
    await expect.poll(() => cases.count()).toBeGreaterThanOrEqual(3);
    expect(await cases.first().getAttribute('href')).toMatch(/^#proposals\?.*case=/);
  });

  it.each(['bare', 'hostile'])('says in a sentence what there is in the odd ledger “%s”', async (name) => {
    for (const tab of ['issues', 'departments', 'timeliness', 'departments?unit=水利局']) {
      const page = await open(name, `#${tab}`);
      const says = await sentence(page);
      expect(says).toMatch(/。$/);
      expect(says).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(await page.locator('main').textContent()).not.toMatch(/NaN|undefined/);
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });

  it('shows a department with a hostile name as text, in the choice, the table, the address and its page', async () => {
    const page = await open('hostile', '#departments');
    await page.getByRole('link', { name: NAMED }).first().click();
    await expect.poll(() => page.locator('h3.unit').textContent()).toBe(NAMED);
    for (const tab of ['issues', 'timeliness']) {
      const other = await open('hostile', `#${tab}`);
      await other.context().close();
    }
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(problems).toEqual([]);
  });
});
