import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { Document, Packer, Paragraph } from 'docx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReviews } from '../../pipeline/review/read-reviews.ts';
import { hasBrowser, openBrowser } from '../dashboards/browser.ts';
import { makeWorkspace, start } from '../serve/start.ts';

/** Polls longer than the default second: the machine may have other work. */
const soon = <T>(get: () => Promise<T>) => expect.poll(get, { timeout: 20_000 });

const HOSTILE = '关于<img src=x onerror="window.hacked=1">的提案';

async function docx(...lines: string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((l) => new Paragraph(l)) }] }));
}

describe.skipIf(!hasBrowser)('分办台 in a browser (needs Chromium)', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let workspace = '';
  beforeAll(async () => {
    browser = await openBrowser();
    workspace = await makeWorkspace(folder);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page of a service, and everything it complained of or asked others for. */
  async function open(url: string): Promise<{ page: Page; problems: string[] }> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith('data:'))
        problems.push(request.url());
    });
    await page.goto(url);
    await page.locator('#waiting').waitFor();
    return { page, problems };
  }

  /** Drops files onto the window, as a hand with a mouse does. */
  async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
    const data = await page.evaluateHandle(
      ([fileName, base64]) => {
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(base64 ?? ''), (c) => c.charCodeAt(0));
        transfer.items.add(new File([content], fileName ?? ''));
        return transfer;
      },
      [name, bytes.toString('base64')],
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  }

  it('takes a dropped .docx, shows the reasons in its text, is corrected, reloaded and exported', async () => {
    const { url } = await start(workspace);
    const { page, problems } = await open(url);
    const title = '关于东圩大堤险段的建议';
    const lines = ['一、存在问题', '东圩大堤去年汛期出现三处管涌，请尽快加固。', '二、建议', '整治险段。'];
    await drop(page, '12号.docx', await docx(title, ...lines));
    await soon(() => page.locator('#title').textContent()).toBe(title);
    expect(await page.locator('#proposal section h3').allTextContents()).toEqual(['问题', '建议']);
    expect(await page.locator('#proposal mark.topic').allTextContents()).toContain('大堤');
    expect(await page.locator('#proposal mark.duty').allTextContents()).toContain('险段');
    expect(await page.locator('#decision [aria-checked="true"] .name').allTextContents()).toEqual([
      '水利局',
      '水利',
    ]);
    expect(await page.locator('.case mark.same').first().textContent()).toContain('去年汛期出现三处管涌');

    // Side by side, with the keyboard.
    await page.keyboard.press('s');
    expect(await page.locator('dialog .sides article').count()).toBe(2);
    expect(await page.locator('dialog').textContent()).toContain('已列入除险加固计划，年内完工');
    await page.keyboard.press('Escape');
    await soon(() => page.locator('dialog').count()).toBe(0);

    // Correct the lead by searching, then keep it.
    await page.locator('#reviewer').fill('王科员');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.type('应急');
    await page.keyboard.press('Enter');
    expect(await page.locator('#decision [aria-checked="true"] .name').first().textContent()).toBe(
      '应急管理局',
    );
    await page.keyboard.press('Enter');
    await soon(() => page.locator('#queue li.decided').count()).toBe(1);
    const { reviews } = readReviews(join(workspace, 'reviews.csv'));
    expect(reviews).toMatchObject([
      { reviewer: '王科员', title, machine_lead: '水利局', lead: '应急管理局', decision: '改正' },
    ]);

    // It is still there after a reload, and in the exported sheet.
    await page.reload();
    await page.locator('#queue li.decided').click();
    await soon(() => page.locator('.decision').textContent()).toContain('应急管理局');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()]);
    const sheet = read(readFileSync(await download.path())).Sheets.分办单 ?? {};
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(download.suggestedFilename()).toBe('分办单2026-W48.xlsx');
    expect(rows[2]).toEqual(
      expect.arrayContaining(['12', title, '水利', '应急管理局', '财政局', '2026-11-25']),
    );
    expect(problems).toEqual([]);
  });

  it('accepts with one key and goes on to the next; numbers choose, arrows move', async () => {
    const { url } = await start(workspace);
    const { page } = await open(url);
    await page.setInputFiles(
      '#files',
      ['甲', '乙', '丙'].map((name) => ({
        name: `${name}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`关于${name}的提案\n${name}地大堤险段。`),
      })),
    );
    await soon(() => page.locator('#queue li:not(.decided)').count()).toBe(3);
    const loaded = () => soon(() => page.locator('#decision.loading').count()).toBe(0);
    await loaded();
    const first = await page.locator('#title').textContent();
    await page.keyboard.press('j');
    await soon(() => page.locator('#title').textContent()).not.toBe(first);
    await page.keyboard.press('k');
    await soon(() => page.locator('#title').textContent()).toBe(first);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    expect(await page.locator('#topic-1').getAttribute('aria-checked')).toBe('true');
    expect(await page.locator('#save').textContent()).toContain('按改正记下');
    await page.keyboard.press('1');
    expect(await page.locator('#save').textContent()).toContain('采纳');
    for (const left of [2, 1, 0]) {
      // Held down: the same one is not kept twice.
      await loaded();
      for (let i = 0; i < 3; i++) await page.keyboard.press('Enter', { delay: 0 });
      await soon(() => page.locator('#queue li:not(.decided)').count()).toBe(left);
    }
    const last = readReviews(join(workspace, 'reviews.csv')).reviews.slice(-3);
    expect(last.map((r) => r.decision)).toEqual(['采纳', '采纳', '采纳']);
  });

  it('searches earlier cases, and shows agreement as charts', async () => {
    const { url } = await start(workspace);
    const { page, problems } = await open(url);
    await page.keyboard.press('/');
    await page.keyboard.type('末班车');
    await page.locator('#hits button').first().click();
    await soon(() => page.locator('#hit h2').textContent()).toBe('关于延长末班车时间的提案');
    expect(await page.locator('#hit mark').first().textContent()).toBe('末班车');
    await page.getByRole('tab', { name: '与机器一致率' }).click();
    await page.locator('figure svg').first().waitFor();
    expect(await page.locator('figure svg circle').count()).toBeGreaterThan(1);
    expect(await page.locator('.card .interval').first().textContent()).toMatch(/n=4/);
    expect(problems).toEqual([]);
  });

  it('keeps a decision on the screen and says so when it could not be saved', async () => {
    const { url } = await start(workspace);
    const { page } = await open(url);
    await page.keyboard.press('p');
    await page.locator('#paste-title').fill('关于丁的提案');
    await page.getByRole('button', { name: '放入队列' }).click();
    await soon(() => page.locator('#title').textContent()).toBe('关于丁的提案');
    await page.route('**/api/reviews', (route) => route.abort());
    await page.keyboard.press('Enter');
    await soon(() => page.locator('#alerts').textContent()).toContain('连不上分办台');
    expect(await page.locator('#title').textContent()).toBe('关于丁的提案');
    await page.unroute('**/api/reviews');
    await page.keyboard.press('Enter');
    await soon(() => page.locator('#queue li.decided').allTextContents()).toContainEqual(
      expect.stringContaining('关于丁的提案'),
    );
  });

  it('shows a hostile title as text, everywhere, and opens the dashboard under its own policy', async () => {
    const { url } = await start(workspace);
    const { page, problems } = await open(url);
    await drop(page, '<b>x.docx', await docx(HOSTILE, `正文${HOSTILE}`));
    await soon(() => page.locator('#title').textContent()).toBe(HOSTILE);
    expect(await page.locator('#queue').textContent()).toContain(HOSTILE);
    expect(await page.locator('#proposal img, #queue img, #decision img').count()).toBe(0);
    await page.goto(new URL('/dashboard', url).href);
    await page.locator('main svg').first().waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(problems).toEqual([]);
  });

  it('fits 1366 × 768 and 1920 × 1080, in light and dark, without scrolling the page', async () => {
    const { url } = await start(workspace);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of [
        { width: 1366, height: 768 },
        { width: 1920, height: 1080 },
      ]) {
        const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
        await page.goto(url);
        await page.locator('#save').waitFor();
        const fits = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return scrollWidth <= window.innerWidth && scrollHeight <= window.innerHeight;
        });
        const save = await page.locator('#save').boundingBox();
        expect([viewport.width, fits, save !== null && save.y + save.height < viewport.height]).toEqual([
          viewport.width,
          true,
          true,
        ]);
      }
  });
});
