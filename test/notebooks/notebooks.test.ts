import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNotebooks } from '../../pipeline/notebooks/find-notebooks.ts';
import { notebooks } from '../../pipeline/notebooks/notebooks.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { hasBrowser, openBrowser } from '../dashboards/browser.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';
import { notebook, rerun, smallRun } from './over-a-run.ts';

const HOSTILE =
  '关于<img src=x onerror="window.hacked=1">**的**提案</script><script>window.hacked=1</script><!--';
const SHIPPED = findNotebooks(null).map(({ name }) => name);

describe.skipIf(!hasBrowser)(
  'notebook pages in a browser, from file://, network off (needs Chromium)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
    const sample = join(folder, 'sample');
    let browser: Browser;
    /** One proposal, with hostile words and nothing to count. */
    let small: string;

    beforeAll(async () => {
      browser = await openBrowser();
      await run(SAMPLE, sample, silentProgress);
      await notebooks({ folder: sample, own: null }, silentProgress);
      small = await smallRun([HOSTILE], folder);
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A page once all its cells have answered, and everything it complained of or asked the network for. */
    async function open(folder: string, name: string): Promise<{ page: Page; problems: string[] }> {
      const context = await browser.newContext({ offline: true, viewport: { width: 1100, height: 800 } });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('request', (asked) => !/^(file|data|blob):/.test(asked.url()) && problems.push(asked.url()));
      await page.goto(pathToFileURL(join(folder, 'notebooks', name)).href);
      await page.locator('html[data-state=done]').waitFor({ state: 'attached' });
      return { page, problems };
    }

    /** All that the cells show, without their code. */
    const words = async (page: Page) => (await page.locator('main > .cell').allTextContents()).join('\n');

    it.each(SHIPPED)('%s shows its conclusion first, draws its charts and asks for nothing', async (name) => {
      const { page, problems } = await open(sample, name);
      const conclusion = (await page.locator('main .cell').first().textContent()) ?? '';
      expect(conclusion).toMatch(/结论[\s\S]*\d/);
      expect(await words(page)).not.toMatch(/undefined|NaN|\[object|\$\{|\*\*/);
      expect(await page.locator('.notice').textContent()).toContain('示例数据');
      const charts = await page.locator('figure svg').count();
      expect(charts).toBeGreaterThanOrEqual(name === 'template.html' ? 1 : 2);
      const marks = await page.locator('figure svg circle, figure svg rect, figure svg path').count();
      expect(marks).toBeGreaterThanOrEqual(charts * 5);
      expect(await page.locator('.failed').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(problems).toEqual([]);
      const html = readFileSync(join(sample, 'notebooks', name), 'utf8');
      expect(html).not.toMatch(/cdn\.|jsdelivr|unpkg|(src|href|url\()\s*=?\s*["']?https?:/i);
      await page.context().close();
    });

    it('lists the pages, the yearly overview first', async () => {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(sample, 'notebooks', 'index.html')).href);
      expect(await page.locator('li a').count()).toBe(SHIPPED.length);
      await page.locator('li a').first().click();
      await page.locator('html[data-state=done]').waitFor({ state: 'attached' });
      expect(await page.locator('h1').textContent()).toMatch(/这一年办得怎么样/);
    });

    it('leaves a page that would be the same as it is, and builds it anew when data change', async () => {
      const changing = await smallRun(['关于修路的提案', '关于建学校的提案']);
      await notebooks({ folder: changing, own: null }, silentProgress);
      const file = join(changing, 'notebooks', 'template.html');
      const [bytes, written] = [readFileSync(file), statSync(file).mtimeMs];
      await notebooks({ folder: changing, own: null }, silentProgress);
      expect(statSync(file).mtimeMs).toBe(written);
      rmSync(join(changing, 'notebooks'), { recursive: true });
      await notebooks({ folder: changing, own: null }, silentProgress);
      expect(readFileSync(file)).toEqual(bytes);
      await rerun(dirname(changing), ['关于修路的提案', '关于建学校的提案', '关于修桥的提案']);
      await notebooks({ folder: changing, own: null }, silentProgress);
      const { page } = await open(changing, 'template.html');
      expect(await page.locator('#cell-1').textContent()).toContain('共 3 件');
    });

    it('says in words that there is nothing to count, in every notebook', async () => {
      await notebooks({ folder: small, own: null }, silentProgress);
      for (const name of SHIPPED) {
        const { page, problems } = await open(small, name);
        expect([name, await words(page)]).toEqual([
          name,
          expect.not.stringMatching(/undefined|NaN|Infinity|\[object/),
        ]);
        expect([name, problems]).toEqual([name, []]);
      }
    });

    it('shows hostile words of a ledger as text, in Markdown, HTML and tables', async () => {
      const own = emptyFolder();
      const source = notebook(
        '恶意标题',
        ['text/markdown', '', '结论：$' + '{q[0].title}'],
        ['application/sql', 'output="q"', 'select title from proposals'],
        ['text/html', '', '<p>$' + '{q[0].title}</p>'],
      );
      writeFileSync(join(own, 'hostile.html'), source);
      await notebooks({ folder: small, own }, silentProgress);
      const { page, problems } = await open(small, 'hostile.html');
      for (const id of [1, 2, 3]) expect(await page.locator(`#cell-${id}`).textContent()).toContain(HOSTILE);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(problems).toEqual([]);
    });

    it('names notebook, cell and line of what fails, whether found before or only in the browser', async () => {
      const own = emptyFolder();
      const write = (name: string, type: string, source: string) =>
        writeFileSync(
          join(own, name),
          notebook(
            name,
            ['text/markdown', '', '结论 $' + '{n}'],
            ['module', '', 'const n = 1;'],
            [type, '', source],
          ),
        );
      write('1-sql.html', 'application/sql', 'select nothing from overview');
      write('2-syntax.html', 'module', 'const a = (1;');
      write('3-name.html', 'module', 'nowhere.length');
      write('4-throws.html', 'module', '{ throw new Error("算不出"); }');
      write('5-twice.html', 'module', 'const n = 2;');
      write('6-good.html', 'module', 'n + 1');
      writeFileSync(join(own, '7-page.html'), '<html></html>');
      const error = await notebooks({ folder: small, own }, silentProgress).catch((e: Error) => e.message);
      const at = (name: string) => `${join(own, name)} 单元 3（第 10 行起）：`;
      for (const says of [
        `${at('1-sql.html')}没有这一列`,
        `${at('2-syntax.html')}写法有误`,
        `${at('3-name.html')}用到了没有定义的 nowhere`,
        `${at('4-throws.html')}算不出`,
        `${at('5-twice.html')}名称 n 与单元 2 重复`,
        `${join(own, '7-page.html')}：不是笔记`,
      ])
        expect(error).toContain(says);
      const pages = readdirSync(join(small, 'notebooks'));
      expect(pages.sort()).toEqual(['6-good.html', 'index.html', ...SHIPPED].sort());
    });

    it('builds a notebook of one’s own in place of a shipped one of that name', async () => {
      const own = emptyFolder();
      writeFileSync(join(own, 'template.html'), notebook('我的笔记', ['text/markdown', '', '结论：1']));
      await notebooks({ folder: small, own }, silentProgress);
      const { page } = await open(small, 'template.html');
      expect(await page.locator('h1').textContent()).toBe('我的笔记');
    });
  },
);
