import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../pipeline/classify/evaluate.ts';
import { writeEvaluation } from '../../pipeline/classify/write-evaluation.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';

const HOSTILE =
  '关于<img src=x onerror="window.hacked=1">的提案</script><script>window.hacked=1</script><!--';

describe.skipIf(!hasBrowser)(
  'dashboard.html in a browser, from file://, network off (needs Chromium)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
      await run(SAMPLE, join(folder, 'sample'), silentProgress);
      const csv = `提案号,案由,答复日期\n1,"${HOSTILE.replaceAll('"', '""')}",2024/3/5\n2,关于修路的提案,2024/3/6\n`;
      writeFileSync(join(folder, '2024政协提案.csv'), csv);
      await run(join(folder, '2024政协提案.csv'), join(folder, 'hostile'), silentProgress);
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The page of a run, and everything it complained of or asked the network for. */
    async function open(name: string): Promise<{ page: Page; problems: string[] }> {
      const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on(
        'request',
        (request) => !/^(file|data|blob):/.test(request.url()) && problems.push(request.url()),
      );
      await page.goto(pathToFileURL(join(folder, name, 'dashboard.html')).href);
      return { page, problems };
    }

    it('shows every tab with its charts, marked as sample data, and asks for nothing', async () => {
      const { page, problems } = await open('sample');
      const tabs = await page.getByRole('tab').allTextContents();
      expect(tabs).toEqual([
        '总览',
        '议题',
        '采纳与落实',
        '满意度',
        '反复提出',
        '承办单位',
        '时效',
        '提案',
        '数据与口径',
      ]);
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab }).click();
        await expect.poll(() => page.locator('main h2').textContent()).toBe(tab);
        expect(await page.locator('.notice').textContent()).toContain('示例数据');
        if (!['提案', '数据与口径'].includes(tab)) {
          expect(
            await page.locator('main svg [aria-label="bar"] rect, main svg path').count(),
          ).toBeGreaterThan(5);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
          true,
        );
      }
      expect(problems).toEqual([]);
      expect(readFileSync(join(folder, 'sample', 'dashboard.html'), 'utf8')).not.toMatch(
        /(src|href|url\()\s*=?\s*["']?https?:/i,
      );
    });

    it('filters by body and finds proposals by title', async () => {
      const { page } = await open('sample');
      const total = async () =>
        Number(/共 (\d+) 件/.exec((await page.locator('.tools .note').textContent()) ?? '')?.[1]);
      await page.getByRole('tab', { name: '提案', exact: true }).click();
      const all = await total();
      await page.getByLabel('类别').selectOption('人大');
      const deputies = await total();
      expect(deputies).toBeGreaterThan(10);
      expect(deputies).toBeLessThan(all);
      await page.getByLabel('类别').selectOption('');
      await page.getByRole('searchbox').fill('公交');
      const found = await page.locator('.list .title').allTextContents();
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((title) => title.includes('公交'))).toBe(true);
    });

    it('shows a hostile title as text', async () => {
      const { page, problems } = await open('hostile');
      await page.getByRole('tab', { name: '提案', exact: true }).click();
      expect(await page.locator('.list .title').allTextContents()).toContain(HOSTILE);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(problems).toEqual([]);
    });

    it('shows an evaluation as a page of its own, with charts and a hostile title as text', async () => {
      const file = join(folder, '评估.csv');
      const rows = Array.from({ length: 40 }, (_, i) =>
        i % 2 === 0 ? `关于修建水库${i}的建议,水利` : `关于新建学校${i}的建议,${i === 39 ? '水利' : '教育'}`,
      );
      writeFileSync(file, `案由,分类\n${rows.join('\n')}\n"${HOSTILE.replaceAll('"', '""')}学校",水利\n`);
      const settings = {
        target: '分类',
        label: '分类',
        model: null,
        folds: 5,
        skipRare: false,
        embedding: null,
      };
      mkdirSync(join(folder, 'evaluation'));
      const result = await evaluate(file, settings, silentProgress);
      writeEvaluation(result, join(folder, 'evaluation', 'dashboard.html'));
      const { page, problems } = await open('evaluation');
      expect(await page.locator('h1').textContent()).toBe('分类评估');
      expect(await page.locator('figure svg').count()).toBeGreaterThanOrEqual(2);
      expect(await page.locator('main').textContent()).toContain('window.hacked=1');
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(problems).toEqual([]);
    });
  },
);
