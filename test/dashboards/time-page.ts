import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

export interface Timing {
  tab: string;
  filter: string;
  /** From the change of the address to the last chart of the page. */
  milliseconds: number;
}

/** One filter of each kind, and several together. */
const FILTERS = [
  'year=2021-2023',
  'body=政协',
  'topic=水利',
  'department=水利局',
  'district=松陵县',
  'proposer_type=个人',
  'year=2022-2024&body=政协&topic=教育',
];

/** Milliseconds until the first chart of a page that is opened from its file. */
export async function timeOpening(browser: Browser, file: string): Promise<number> {
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await page.waitForSelector('main svg');
  const time = await page.evaluate(() => performance.now());
  await page.context().close();
  return time;
}

/** How long every tab takes to follow each filter. */
export async function timeFilters(browser: Browser, file: string): Promise<Timing[]> {
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.goto(pathToFileURL(file).href);
  const tabs = await page.getByRole('tab').evaluateAll((all) => all.map((tab) => tab.id.replace('tab-', '')));
  const timings: Timing[] = [];
  for (const tab of tabs) {
    await page.evaluate(follow, `#${tab}`);
    for (const filter of FILTERS)
      timings.push({ tab, filter, milliseconds: await page.evaluate(follow, `#${tab}?${filter}`) });
  }
  await page.context().close();
  return timings;
}

/** Runs in the page: its own listener, added last, is called when the page has drawn. */
function follow(hash: string): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    window.addEventListener('hashchange', () => resolve(performance.now() - start), { once: true });
    start = performance.now();
    location.hash = hash;
  });
}
