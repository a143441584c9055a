import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';

const HOSTILE =
  '关于<img src=x onerror="window.hacked=1">\u202e的提案</script><script>window.hacked=1</script><!--';
const LONG = `${HOSTILE}\n${'积水'.repeat(50_000)}`;

describe.skipIf(!hasBrowser)('the list of proposals and their cases (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await run(SAMPLE, join(folder, 'sample'), silentProgress);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const row = [1, HOSTILE, LONG, HOSTILE, '水利局', HOSTILE, '2024/3/5'].map((cell) =>
      quoted(String(cell)),
    );
    const csv = `提案号,案由,建议内容,提案人,主办单位,答复内容,答复日期\n${row.join(',')}\n`;
    writeFileSync(join(folder, '2024政协提案.csv'), csv);
    await run(join(folder, '2024政协提案.csv'), join(folder, 'hostile'), silentProgress);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, hash: string): Promise<Page> {
    const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, name, 'dashboard.html')).href + hash);
    await page.waitForSelector('main h2');
    return page;
  }

  const count = async (page: Page) =>
    Number(/共 (\d+) 件/.exec((await page.locator('.tools .note').textContent()) ?? '')?.[1]);

  it('finds words in titles, ids, proposers and departments, co-handlers too, and keeps them in the address', async () => {
    const page = await open('sample', '#proposals');
    const search = page.getByRole('searchbox');
    const all = await count(page);
    for (const words of ['公交', '政协-2023-12', '水利局', '公交 政协-2022', '青屏代表团']) {
      await search.fill(words);
      expect({ words, isSome: (await count(page)) > 0 }).toEqual({ words, isSome: true });
      expect(await count(page)).toBeLessThan(all);
    }
    await search.fill('没有这样的词');
    expect(await count(page)).toBe(0);
    await search.fill('公交');
    const found = await count(page);
    await page.reload();
    expect(await page.getByRole('searchbox').inputValue()).toBe('公交');
    expect(await count(page)).toBe(found);
    await page.context().close();
  });

  it('sorts by a click on a head, says so, and leaves the focus there', async () => {
    const page = await open('sample', '#proposals');
    const head = page.getByRole('columnheader', { name: /用时/ });
    const days = async () =>
      (await page.locator('td.days').allTextContents()).map((text) => Number.parseInt(text, 10));
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = await days();
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = await days();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(down[0]).toBeGreaterThan(up[0] ?? 0);
    await page.context().close();
  });

  it('opens a case, and the back button returns to the same list, page and line', async () => {
    const page = await open('sample', '#proposals?outcome=solved&sort=-days');
    await page.getByRole('button', { name: '下一页' }).click();
    const before = await page.locator('.list .title a').allTextContents();
    const title = before[20] ?? '';
    await page.locator('.list .title a').nth(20).click();
    await page.waitForSelector('.case-title');
    expect(await page.locator('.case-title').textContent()).toBe(title);
    expect(await page.locator('.case').textContent()).toContain('解决采纳');
    await page.goBack();
    await page.waitForSelector('.list .title a');
    expect(await page.locator('.list .title a').allTextContents()).toEqual(before);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await page.context().close();
  });

  it('shows of a case its handlers, ratings, answers, similar proposals and issue, each a link to the next', async () => {
    const page = await open('sample', '#proposals?case=人大-2022-3');
    const parts = await page.locator('.case h4').allTextContents();
    expect(parts).toEqual(['办理', '提案人评价', '反复提出', '相似提案', '正文', '答复', '承诺事项']);
    expect(await page.locator('.case mark').count()).toBeGreaterThan(0);
    const next = page.locator('.cases a').first();
    const title = await next.textContent();
    await next.click();
    await expect.poll(() => page.locator('.case-title').textContent()).toBe(title);
    await page.goto(`${page.url().split('#')[0]}#proposals?case=没有`);
    await expect.poll(() => page.locator('.empty').textContent()).toContain('没有“没有”这一件');
    await page.context().close();
  });

  it('saves what was found, all pages of it', async () => {
    const page = await open('sample', '#proposals?outcome=solved');
    const expected = await count(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '清单保存为 CSV' }).click(),
    ]);
    const records: string[][] = parse(readFileSync(await download.path(), 'utf8'), { bom: true });
    expect(records[0]).toEqual([
      '编号',
      '标题',
      '主题',
      '承办单位',
      '用时（天）',
      '办理结果',
      '最终评价',
      '逾期',
    ]);
    expect(records.length - 1).toBe(expected);
    expect(records.slice(1).every((record) => record[5] === '解决采纳')).toBe(true);
    await page.context().close();
  });

  it('shows hostile and very long texts as texts, the whole on demand', async () => {
    const page = await open('hostile', '#proposals');
    expect(await page.locator('.list .title a').textContent()).toBe(HOSTILE);
    await page.locator('.list .title a').click();
    await page.waitForSelector('.case-title');
    expect(await page.locator('.case-title').textContent()).toBe(HOSTILE);
    const shown = (await page.locator('.prose').first().textContent()) ?? '';
    expect(shown.length).toBeLessThan(4_000);
    await page.getByRole('button', { name: '展开全文' }).click();
    const whole = (await page.locator('.prose').first().textContent()) ?? '';
    expect(whole.length).toBeGreaterThan(100_000);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.context().close();
  });

  it('leads from a definition asked for to that definition first', async () => {
    const page = await open('sample', '#method?words=满意率');
    expect(await page.locator('.definitions dt').first().textContent()).toBe('满意率');
    await page.getByRole('searchbox').fill('没有这样的口径');
    expect(await page.locator('.definitions').textContent()).toContain('没有提到');
    await page.context().close();
  });
});
