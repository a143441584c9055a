import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { ROOT } from '../../pipeline/root.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { hasBrowser, openBrowser } from './browser.ts';
import { compareWithGolden } from './golden.ts';
import { labelFaults } from './label-faults.ts';
import { forgetNewApis, NEW_CSS } from './old-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasBrowser)('every tab of the sample dashboard (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await run(SAMPLE, join(folder, 'sample'), silentProgress);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Calls `visit` on each tab in turn; returns what the page complained of or asked the network for. */
  async function each(
    options: BrowserContextOptions,
    visit: (page: Page, tab: string) => Promise<void>,
    prepare?: () => void,
  ): Promise<string[]> {
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 1366, height: 768 },
      ...options,
    });
    const page = await context.newPage();
    if (prepare) await page.addInitScript(prepare);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (asked) => !/^(file|data|blob):/.test(asked.url()) && problems.push(asked.url()));
    await page.goto(pathToFileURL(join(folder, 'sample', 'dashboard.html')).href);
    const tabs = await page
      .locator('[role="tab"]')
      .evaluateAll((all) => all.map((tab) => tab.id.replace('tab-', '')));
    expect({ enough: tabs.length > 6, problems }).toEqual({ enough: true, problems: [] });
    for (const tab of tabs) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, tab);
      await page.waitForSelector(`#tab-${tab}[aria-selected="true"]`);
      await visit(page, tab);
    }
    await context.close();
    return problems;
  }

  it.each(['light', 'dark'] as const)('has nothing serious for axe in %s', async (colorScheme) => {
    const found: string[] = [];
    const problems = await each({ colorScheme }, async (page, tab) => {
      await page.evaluate(AXE);
      const violations = await page.evaluate(
        async (): Promise<Violation[]> => (await Reflect.get(window, 'axe').run()).violations,
      );
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          found.push(
            `${tab}: ${id} ${nodes
              .slice(0, 3)
              .map((n) => n.html.slice(0, 120))
              .join(' | ')}`,
          );
    });
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    [1366, 768],
    [390, 844],
    [3840, 2160],
  ])('fits a screen of %i × %i, no label cut or on another', async (width, height) => {
    const faults: string[] = [];
    await each({ viewport: { width, height } }, async (page, tab) => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) faults.push(`${tab}: wider than the screen by ${overflow}`);
      faults.push(...(await page.evaluate(labelFaults)).map((fault) => `${tab}: ${fault}`));
    });
    expect(faults).toEqual([]);
  });

  it('works without what came after Chromium 86', async () => {
    const drawn: string[] = [];
    const problems = await each(
      {},
      async (page, tab) => {
        if ((await page.locator('main figure svg').count()) > 0) drawn.push(tab);
      },
      forgetNewApis,
    );
    expect(problems).toEqual([]);
    expect(drawn).toEqual(
      expect.arrayContaining(['overview', 'topics', 'outcomes', 'satisfaction', 'departments']),
    );
  });

  it('has no style that Chromium 86 does not know', () => {
    const css = readFileSync(join(ROOT, 'dist', 'dashboards', 'app.css'), 'utf8');
    expect(css.length).toBeGreaterThan(2_000);
    expect(NEW_CSS.filter(([pattern]) => pattern.test(css)).map(([, what]) => what)).toEqual([]);
  });

  it('looks as in the pictures that are kept', async () => {
    const golden = join(ROOT, 'test', 'golden', 'dashboard');
    const far: string[] = [];
    await each({}, async (page, tab) => {
      const difference = await compareWithGolden(
        browser,
        await page.screenshot(),
        join(golden, `${tab}.png`),
      );
      if (difference > 0.03) far.push(`${tab} differs by ${difference.toFixed(3)}`);
    });
    expect(far).toEqual([]);
  });
});

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}
