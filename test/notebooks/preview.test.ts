import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preview } from '../../pipeline/notebooks/preview.ts';
import { hasBrowser, openBrowser } from '../dashboards/browser.ts';
import { emptyFolder } from '../folder.ts';
import { notebook, rerun, smallRun } from './over-a-run.ts';

const count = (sql: string) =>
  notebook(
    '数一数',
    ['text/markdown', '', '共 $' + '{q[0].n} 件'],
    ['application/sql', 'output="q" hidden', sql],
  );

describe('preview', () => {
  it('serves this machine only, and no other file', async () => {
    const { url, close } = await preview({ folder: await smallRun(['关于修路的提案']), own: null, port: 0 });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(url)).text()).toContain('template.html');
    expect((await fetch(`${url}..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(url, { headers: { origin: 'https://example.com' } })).status).toBe(403);
    await close();
  });

  it.skipIf(!hasBrowser)(
    'shows a saved notebook and new data by itself, and mistakes until they are mended (needs Chromium)',
    async () => {
      const run = await smallRun(['关于修路的提案']);
      const own = emptyFolder();
      const file = join(own, '1.html');
      writeFileSync(file, count('select count(*) + 40 as n from proposals'));
      const { url, close } = await preview({ folder: run, own, port: 0 });
      const browser = await openBrowser();
      const page = await browser.newPage();
      const shows = (text: string) =>
        expect.poll(() => page.locator('main').textContent(), { timeout: 15_000 }).toContain(text);
      await page.goto(`${url}1.html`);
      await shows('共 41 件');
      await page.waitForTimeout(1500);
      writeFileSync(file, count('select count(*) as n frm proposals'));
      await shows('单元 2（第 7 行起）：SQL 写法有误');
      await page.waitForTimeout(1500);
      writeFileSync(file, count('select count(*) + 50 as n from proposals'));
      await shows('共 51 件');
      await page.waitForTimeout(1500);
      await rerun(dirname(run), ['关于修路的提案', '关于修桥的提案']);
      await shows('共 52 件');
      await browser.close();
      await close();
    },
  );
});
