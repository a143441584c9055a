import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Unseen {
  /** When the browser has ended. */
  ended: Promise<void>;
  /** Ends the browser; true when it had ended by itself, because it cannot be used. */
  close(): Promise<boolean>;
}

/** How long a browser may take to end before it is ended; milliseconds. */
const PATIENCE = 3000;

/** Opens an address of this machine in a browser without a window, which reaches no other machine. */
export function openUnseen(browser: string, url: string): Unseen {
  const profile = mkdtempSync(join(tmpdir(), 'jianyan-'));
  const isRoot = process.getuid?.() === 0;
  const flags = [
    ...[
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1100,900',
    ],
    ...[
      '--disable-extensions',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--user-data-dir=${profile}`,
    // Stays open until it is told through the pipe to close.
    '--remote-debugging-pipe',
    // Chromium refuses to start its sandbox for root, as in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  const child = spawn(browser, [...flags, url], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , orders, answers] = child.stdio;
  for (const pipe of [orders, answers]) pipe?.on('error', () => {});
  if (answers && 'resume' in answers) answers.resume();
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return {
    ended,
    close: async () => {
      const hadEnded = child.exitCode !== null || child.pid === undefined;
      if (orders && 'write' in orders) orders.write('{"id":1,"method":"Browser.close"}\0');
      await Promise.race([ended, delay(PATIENCE)]);
      child.kill('SIGKILL');
      await ended;
      for (const pipe of [orders, answers]) pipe?.destroy();
      // What a process of the browser still holds is left to the system's own cleaning of its temporary folder.
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
      return hadEnded;
    },
  };
}
