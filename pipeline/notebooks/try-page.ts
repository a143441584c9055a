import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from './build-page.ts';
import type { Failure } from './failure.ts';

/**
 * Opens a page unseen in a browser, without a network, and hears from it which cells failed: what a cell does wrong only
 * shows when it runs, and only a browser is the place where it may run. Null when the browser did not finish.
 */
export async function tryPage({ html, file, cells }: Page, browser: string): Promise<Failure[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    const opened = await dump(browser, page, join(folder, 'profile'));
    if (!/<html[^>]* data-state="done"/.test(opened)) return null;
    const list = /<html[^>]* data-failures="([^"]*)"/.exec(opened)?.[1] ?? '%5B%5D';
    const failed: { cell: number; says: string }[] = JSON.parse(decodeURIComponent(list));
    return cells.flatMap(({ id, line }) => {
      const says = failed.find(({ cell }) => cell === id)?.says;
      return says === undefined ? [] : [{ file, cell: { id, line }, says: `${says}；请修改这一格` }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const SECONDS = 60;

/** The page's elements once it has settled, as HTML; what there is when it does not settle in time. */
function dump(browser: string, page: string, profile: string): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const flags = [
    ...['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-sync'],
    ...['--disable-background-networking', '--disable-component-update', '--no-default-browser-check'],
    // No name resolves: nothing can leave even if the page's own policy were broken.
    ...['--host-resolver-rules=MAP * ~NOTFOUND', `--user-data-dir=${profile}`],
    ...['--window-size=1100,900', '--virtual-time-budget=20000', '--dump-dom'],
    // Chromium refuses to start its sandbox for root, as in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  return new Promise((resolve) => {
    const child = spawn(browser, [...flags, pathToFileURL(page).href], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const finish = () => {
      clearTimeout(timer);
      resolve(text);
    };
    child.on('error', finish);
    child.on('close', finish);
  });
}
