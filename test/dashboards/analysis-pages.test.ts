import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';
import { labelFaults } from './label-faults.ts';

const PAGES = ['overview', 'topics', 'outcomes', 'satisfaction'];

describe.skipIf(!hasBrowser)('总览, 议题, 采纳与落实 and 满意度 of the sample (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  const problems: string[] = [];
  let browser: Browser;
  let page: Page;
  let database: DuckDBConnection;

  beforeAll(async () => {
    await run(SAMPLE, join(folder, 'sample'), silentProgress);
    const instance = await DuckDBInstance.create(join(folder, 'sample', 'analysis.duckdb'), {
      access_mode: 'READ_ONLY',
    });
    database = await instance.connect();
    browser = await openBrowser();
    page = await (
      await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } })
    ).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'sample', 'dashboard.html')).href);
  });

  afterAll(async () => {
    await browser?.close();
    database?.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  async function look(address: string): Promise<void> {
    await page.evaluate((hash) => {
      const drawn = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      if (location.hash === hash) return null;
      location.hash = hash;
      return drawn;
    }, `#${address}`);
  }
  const finding = async () => (await page.locator('main .finding > p').textContent()) ?? '';
  const figureOf = (title: string) =>
    page
      .locator('main figure')
      .filter({ has: page.getByRole('heading', { name: title, exact: true, includeHidden: true }) });
  /** The rows of the table behind a chart, each cell as text. */
  const cellsOf = (title: string) =>
    figureOf(title)
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  async function ask(sql: string): Promise<unknown[][]> {
    return (await database.runAndReadAll(sql)).getRows();
  }

  it('opens each page with the numbers of the marts', async () => {
    const [[proposals] = []] = await ask('select count(*)::integer from mart.proposals');
    const [[solved, known] = []] = await ask(
      "select numerator, denominator from mart.rates where metric = 'solved_rate' and dimension = 'total' and period = '全部' and body = '全部'",
    );
    const [[satisfied, rated] = []] = await ask(
      "select numerator, denominator from mart.rates where metric = 'satisfied_rate' and dimension = 'total' and period = '全部' and body = '全部'",
    );
    const percent = (k: unknown, n: unknown) => `${((Number(k) / Number(n)) * 100).toFixed(1)}%`;
    await look('overview');
    expect(await finding()).toContain(`共 ${proposals} 件，解决率 ${percent(solved, known)}`);
    await look('topics');
    expect(await finding()).toContain(`共 ${proposals} 件`);
    await look('outcomes');
    expect(await finding()).toContain(`解决率 ${percent(solved, known)}（95% 区间`);
    expect(await finding()).toContain(`n=${known}`);
    await look('satisfaction');
    expect(await finding()).toContain(`满意率 ${percent(satisfied, rated)}（95% 区间`);
  });

  it('shows local codes as themselves, and every outcome of the ledgers once', async () => {
    await look('outcomes');
    const cells = await cellsOf('各年度办理结果');
    const [[all] = []] = await ask(
      'select count(*)::integer from mart.answers where counted and answer = 1 and outcome_raw is not null',
    );
    expect(cells.reduce((sum, row) => sum + Number(row[row.length - 1]), 0)).toBe(all);
    expect(await figureOf('各年度办理结果').locator('th').allTextContents()).toContain('E（口径未列）');
  });

  it('counts conversions, promises, obstacles and re-handling as the marts do', async () => {
    const column = (cells: string[][], at: number) => cells.reduce((sum, row) => sum + Number(row[at]), 0);
    await look('outcomes');
    const [[converted] = []] = await ask(
      "select numerator from mart.rates where metric = 'conversion_rate' and dimension = 'total' and period = '全部' and body = '全部'",
    );
    expect(column(await cellsOf('B 类转 A 类：答复时正在解决或列入计划的，后来怎样'), 1)).toBe(converted);
    const [[promises] = []] = await ask('select count(*)::integer from mart.promises');
    const kept = await cellsOf('承诺事项兑现');
    expect(kept.flatMap((row) => row.slice(1)).reduce((sum, n) => sum + Number(n), 0)).toBe(promises);
    const [[obstacles] = []] = await ask('select count(*)::integer from mart.obstacles');
    expect(column(await cellsOf('答复中说到的难点'), 1)).toBe(obstacles);
    const [[texts] = []] = await ask(
      'select sum(with_text)::integer from (select distinct period, body, topic, department, with_text from mart.obstacles_by_year)',
    );
    expect(await figureOf('答复中说到的难点').locator('figcaption p').textContent()).toContain(
      `${texts} 份答复`,
    );
    await look('satisfaction');
    const [[refused] = []] = await ask('select count(*)::integer from mart.rehandling where answer = 1');
    expect(column(await cellsOf('不满意之后'), 1)).toBe(refused);
  });

  it('drills from a topic to its second level and back, by the address', async () => {
    await look('topics');
    await page.locator('main .compact').getByRole('link', { name: '水利', exact: true }).click();
    await expect.poll(() => page.locator('main h3').first().textContent()).toBe('各二级主题逐年件数');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#topics?topic=水利');
    const [[count] = []] = await ask(
      "select count(*)::integer from mart.proposals where topic_name = '水利'",
    );
    expect(await finding()).toContain(`共 ${count} 件，最多的二级主题是`);
    await page.getByRole('link', { name: '返回全部主题' }).click();
    await expect.poll(() => page.locator('main h3').first().textContent()).toBe('各主题逐年件数');
  });

  it('leads from what needs attention to the page that shows it, the filters kept', async () => {
    await look('overview?body=政协');
    const lines = page.locator('.attention li');
    expect(await lines.count()).toBeGreaterThan(3);
    expect(await lines.count()).toBeLessThanOrEqual(8);
    await lines.getByRole('link', { name: '见“采纳与落实”' }).first().click();
    await expect.poll(() => page.locator('main h2').textContent()).toBe('采纳与落实');
    expect(await finding()).toContain('（类别：政协）');
  });

  it('stays right and grammatical whatever the filters leave: nothing, one case, one year, no ratings', async () => {
    const filters = [
      'topic=不存在',
      'year=2024-2024',
      'year=2020-2020&body=人大&topic=水利',
      'topic=其他&district=松陵县',
      'department=水利局',
      'department=不详',
      'department=人民检察院',
      'proposer_type=集体&year=2024-2024',
    ];
    for (const tab of PAGES)
      for (const filter of filters) {
        await look(`${tab}?${filter}`);
        const says = await finding();
        expect({ tab, filter, says }).toEqual({
          tab,
          filter,
          says: expect.stringMatching(/^[^，；].*。$/s),
        });
        expect(says).not.toMatch(/NaN|undefined|null|Infinity|—（|，，|，。|；。|（）/);
        const text = (await page.locator('main').textContent()) ?? '';
        expect({ tab, filter, odd: /NaN|undefined|Infinity/.exec(text)?.[0] ?? null }).toEqual({
          tab,
          filter,
          odd: null,
        });
      }
    expect(problems).toEqual([]);
  });

  it('says nothing of departments side by side once one is chosen', async () => {
    await look('satisfaction?department=水利局');
    expect(await page.locator('main figure h3').allTextContents()).not.toContain('各单位满意率与解决率');
    await look('satisfaction');
    expect(await page.locator('main figure h3').allTextContents()).toContain('各单位满意率与解决率');
    expect(await page.locator('.caution').textContent()).toContain('先征得满意再正式答复');
  });

  it.each([1366, 390])('cuts and overlays no label at a width of %i, filtered or not', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const faults: string[] = [];
    for (const tab of PAGES)
      for (const filter of ['', '?topic=水利', '?department=教育局', '?year=2023-2024&body=人大']) {
        await look(`overview?case=${tab}${width}`);
        await look(`${tab}${filter}`);
        faults.push(...(await page.evaluate(labelFaults)).map((fault) => `${tab}${filter}: ${fault}`));
      }
    expect(faults).toEqual([]);
  });
});
