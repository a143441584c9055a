import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

/** False where no Chromium is found; CI sets JIANYAN_REQUIRE_BROWSER, and then a missing one fails the tests. */
export const hasBrowser = CHROMIUM !== undefined || process.env.JIANYAN_REQUIRE_BROWSER === '1';

export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM ?? '/usr/bin/chromium', args: [...args, ...quiet] });
}
