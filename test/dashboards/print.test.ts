import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { replaceRadicals } from '../../pipeline/text/radicals.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';

const LONG = '道路积水'.repeat(25_000);
const HOSTILE = '关于<img src=x onerror="window.hacked=1">的提案</script>';

describe.skipIf(!hasBrowser)('print (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await run(SAMPLE, join(folder, 'sample'), silentProgress);
    const csv = `提案号,案由,建议内容,答复日期\n1,"${HOSTILE.replaceAll('"', '""')}",${LONG},2024/3/5\n`;
    writeFileSync(join(folder, '2024政协提案.csv'), csv);
    await run(join(folder, '2024政协提案.csv'), join(folder, 'hostile'), silentProgress);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, hash = '', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 1366, height: 768 },
      colorScheme,
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, name, 'dashboard.html')).href + hash);
    await page.waitForSelector('main h2');
    return page;
  }

  it('lays all pages out on sheets in order, each with its number, nothing over an edge', async () => {
    const page = await open('sample');
    const tabs = await page.getByRole('tab').allTextContents();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const sheets = await page.evaluate(readSheets);
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.flatMap((sheet) => sheet.over)).toEqual([]);
    expect(sheets.map((sheet) => sheet.number)).toEqual(
      sheets.map((_, i) => `第 ${i + 1} 页　共 ${sheets.length} 页`),
    );
    const titles = sheets.flatMap((sheet, i) =>
      i > 0 && sheet.title !== null ? [[sheet.title, i + 1]] : [],
    );
    expect(titles.map(([title]) => title)).toEqual(tabs);
    const contents = await page
      .locator('.contents li')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((part) => part.textContent)));
    expect(contents.map(([title, , number]) => [title, Number(number)])).toEqual(titles);
    await page.context().close();
  });

  it('loses no block of a page on the way to the sheets', async () => {
    const page = await open('sample', '#satisfaction');
    const figures = await page.locator('main figure figcaption h3').allTextContents();
    expect(figures.length).toBeGreaterThan(0);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const printed = await page.locator('.sheet figure figcaption h3').allTextContents();
    expect(printed).toEqual(expect.arrayContaining(figures));
    expect(await page.locator('.sheet .proposal-lines tbody tr').count()).toBe(200);
    expect(await page.locator('.sheet .proposal-lines table').count()).toBe(
      await page.locator('.sheet .proposal-lines thead').count(),
    );
    expect(await page.locator('.sheet button, .sheet input, .sheet select, .sheet details').count()).toBe(0);
    await page.context().close();
  });

  it('makes a PDF with as many pages as sheets, each with its number in its text', async () => {
    const page = await open('sample', '#overview?body=政协');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = await readPdf(pdf);
    expect(pages.length).toBeGreaterThan(10);
    pages.forEach((text, i) => {
      expect(text).toContain(`第${i + 1}页共${pages.length}页`);
      expect(text).toContain('类别：政协');
      expect(text).toContain('示例数据');
    });
    expect(await page.locator('.sheet').count()).toBe(0);
    await page.context().close();
  });

  it('prints a dark screen light, and leaves it dark', async () => {
    const page = await open('sample', '', 'dark');
    const theme = () => page.evaluate(() => document.documentElement.getAttribute('data-theme'));
    expect(await theme()).toBe('dark');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await theme()).toBe('light');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await theme()).toBe('dark');
    await page.context().close();
  });

  it('the button calls the print dialog with the sheets ready', async () => {
    const page = await open('sample');
    await page.evaluate(() => {
      window.print = () => {
        document.title = String(document.querySelectorAll('.sheet').length);
      };
    });
    await page.getByRole('button', { name: '打印' }).click();
    await expect.poll(async () => Number(await page.title())).toBeGreaterThan(10);
    await page.context().close();
  });

  it('of an open case prints that alone, hostile and very long text within its sheets', async () => {
    const page = await open('hostile', '#proposals?case=政协-2024-1');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const sheets = await page.evaluate(readSheets);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.flatMap((sheet) => sheet.over)).toEqual([]);
    expect(await page.locator('.sheet.cover').count()).toBe(0);
    expect(await page.locator('.sheet h3').first().textContent()).toBe(HOSTILE);
    expect(await page.locator('.sheet').last().textContent()).toContain(`全文共 ${LONG.length} 字`);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.context().close();
  });
});

/** Runs in the page: of each sheet its title, its number, and what hangs over its content's edges. */
function readSheets() {
  return [...document.querySelectorAll('.sheet')].map((sheet) => {
    const edge = sheet.querySelector('.content')?.getBoundingClientRect();
    const over = [...sheet.querySelectorAll('.content *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const isPartOfDrawing =
        element.tagName === 'STYLE' || (element.closest('svg') !== null && element.tagName !== 'svg');
      return (
        edge &&
        !isPartOfDrawing &&
        (box.bottom > edge.bottom + 2 || box.right > edge.right + 2 || box.left < edge.left - 2)
      );
    });
    return {
      title: sheet.querySelector('h2')?.textContent ?? null,
      number: sheet.querySelector('.sheet-number')?.textContent,
      over: over.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
    };
  });
}

/** The text of each page, without spaces; fonts may give radicals for characters (⻚ for 页). */
async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push(replaceRadicals(text).replace(/\s/g, ''));
  }
  return pages;
}
