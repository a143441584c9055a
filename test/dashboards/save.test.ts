import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { hasBrowser, openBrowser } from './browser.ts';

/** A department that is a formula and markup, and four answers in two years. */
const LEDGER = `提案号,案由,主办单位,交办日期,答复日期,办理结果
1,关于修路的提案,"=HYPERLINK(""http://x"",""<b>"")",2023/3/1,2023/5/5,A
2,关于修桥的提案,"=HYPERLINK(""http://x"",""<b>"")",2023/3/1,2023/5/5,B
3,关于修渠的提案,水利局,2024/3/1,2024/5/5,A
4,关于清淤的提案,水利局,2024/3/1,2024/5/5,A
`;

describe.skipIf(!hasBrowser)('a chart taken along (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const ledger = join(folder, '政协提案.csv');
    writeFileSync(ledger, LEDGER);
    await run(ledger, join(folder, 'out'), silentProgress);
    page = await (await browser.newContext({ offline: true, colorScheme: 'dark' })).newPage();
    await page.goto(`${pathToFileURL(join(folder, 'out', 'dashboard.html')).href}#overview`);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function save(kind: string): Promise<{ name: string; bytes: Buffer }> {
    const button = page
      .locator('figure')
      .first()
      .getByRole('button', { name: `保存为 ${kind}` });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = join(folder, `saved.${kind}`);
    await download.saveAs(file);
    return { name: download.suggestedFilename(), bytes: readFileSync(file) };
  }

  it('as CSV says what the table beside it says, and Excel reads its Chinese', async () => {
    const { name, bytes } = await save('CSV');
    expect(name).toMatch(/^[^\\/:*?"<>|]+\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const shown = await page
      .locator('figure')
      .first()
      .locator('tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('th, td')].map((c) => c.textContent)),
      );
    const records: string[][] = parse(bytes, { bom: true });
    expect(records).toEqual(shown);
    expect(records.length).toBeGreaterThan(2);
  });

  it('as SVG carries title, source and the chart, in the colours of paper, and nothing that runs', async () => {
    const text = (await save('SVG')).bytes.toString('utf8');
    const title = (await page.locator('figure h3').first().textContent()) ?? '';
    expect(text).toContain(title);
    expect(text).toContain('统计到');
    expect(text).toContain('#0b4f8a');
    expect(text).not.toMatch(/<script|onerror=|href=/);
  });

  it('as PNG is twice as large as on the screen, on white', async () => {
    const { bytes } = await save('PNG');
    const corner = await page.evaluate(
      async (uri) => {
        const image = new Image();
        image.src = uri;
        await image.decode();
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return { width: image.width, pixel: [...(context?.getImageData(2, 2, 1, 1).data ?? [])] };
      },
      `data:image/png;base64,${bytes.toString('base64')}`,
    );
    expect(corner.width).toBeGreaterThan(1500);
    expect(corner.pixel).toEqual([255, 255, 255, 255]);
  });

  it('never runs a department that is a formula or markup', async () => {
    await page.goto(`${pathToFileURL(join(folder, 'out', 'dashboard.html')).href}#departments`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('figure:has(table)').first().getByRole('button', { name: '保存为 CSV' }).click(),
    ]);
    const file = join(folder, 'departments.csv');
    await download.saveAs(file);
    const records: string[][] = parse(readFileSync(file), { bom: true });
    expect(records.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(await page.locator('main b').count()).toBe(0);
  });
});
