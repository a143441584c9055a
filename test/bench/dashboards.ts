import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { openBrowser } from '../dashboards/browser.ts';
import { writeLarge } from '../dashboards/multiply.ts';
import { timeFilters, timeOpening } from '../dashboards/time-page.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { type Section, table } from './section.ts';

/** Size, opening and filtering of the dashboard file; the sample city's rows many times over. */
export async function dashboards(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  const sample = join(folder, 'sample');
  await run(SAMPLE, sample, silentProgress);
  const browser = await openBrowser();
  const rows: string[][] = [];
  const slowest: string[] = [];
  for (const copies of [15, 148]) {
    const file = join(folder, `${copies}.html`);
    await writeLarge(sample, copies, file);
    const opening = [];
    for (let i = 0; i < 5; i++) opening.push(await timeOpening(browser, file));
    const all = (await timeFilters(browser, file)).sort((a, b) => a.milliseconds - b.milliseconds);
    const at = (share: number) =>
      all[Math.min(all.length - 1, Math.floor(all.length * share))]?.milliseconds ?? 0;
    const proposals = (copies * 679).toLocaleString('en');
    rows.push([
      proposals,
      (statSync(file).size / 1e6).toFixed(2),
      `${Math.round([...opening].sort((a, b) => a - b)[2] ?? 0)}`,
      `${Math.round(at(0.5))}`,
      `${Math.round(at(0.95))}`,
      `${all.filter((t) => t.milliseconds < 100).length} of ${all.length}`,
    ]);
    const last = all.slice(-3).map((t) => `${t.tab} ?${t.filter} ${Math.round(t.milliseconds)} ms`);
    slowest.push(`Slowest with ${proposals} proposals: ${last.join('; ')}.`);
  }
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    title: 'The dashboard file',
    text: [
      `Chromium ${browser.version()} without a graphics card, from a file, network off. Texts are left out of files of this size. First chart: median of five openings; filters: every tab after each of seven filters.`,
      table(
        ['proposals', 'MB', 'first chart, ms', 'filter, median ms', '95th percentile, ms', 'below 100 ms'],
        rows,
      ),
      ...slowest,
    ],
  };
}
