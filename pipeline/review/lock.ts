import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../errors.ts';

/** A lock is held for milliseconds; after this long its holder is gone, whatever the process numbers say. */
const STALE_MS = 30_000;
/** A lock without a name belongs to a process that was killed between making and signing it: a matter of microseconds. */
const UNSIGNED_MS = 2_000;
const PATIENCE_MS = 60_000;

/** Callers of this process wait for one another here; only the first asks for the file. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `action` while nobody else, in this process or another, holds the lock of `file`. A lock that a killed process
 * left is taken away. Throws InputError when another holds it for a minute.
 */
export function withLock<T>(file: string, action: () => T): Promise<T> {
  const before = queues.get(file) ?? Promise.resolve();
  const turn = before.then(() => locked(file, action));
  queues.set(
    file,
    turn.catch(() => {}),
  );
  return turn;
}

async function locked<T>(file: string, action: () => T): Promise<T> {
  const lock = `${file}.lock`;
  const start = Date.now();
  while (!take(lock)) {
    removeStale(lock);
    if (Date.now() - start > PATIENCE_MS)
      throw new InputError(
        file,
        '一直被另一个程序占用',
        `请关闭其他建言窗口后重试；确认没有时可删除 ${lock}`,
      );
    await sleep(2 + Math.random() * 8);
  }
  try {
    return action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const fd = openSync(lock, 'wx');
    writeSync(fd, `${hostname()} ${process.pid}`);
    closeSync(fd);
    return true;
  } catch (error) {
    // EPERM: Windows, while another process is removing it.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'EPERM') return false;
    throw error;
  }
}

/**
 * Two that see the same dead lock must not remove it one after the other: the second would remove the first one's new
 * lock. So a lock is removed only under a second one, after another look.
 */
function removeStale(lock: string): void {
  if (!isStale(lock)) return;
  const breaking = `${lock}.breaking`;
  if (!take(breaking)) {
    if (isStale(breaking)) rmSync(breaking, { force: true });
    return;
  }
  if (isStale(lock)) rmSync(lock, { force: true });
  rmSync(breaking, { force: true });
}

function isStale(lock: string): boolean {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const [host, pid = ''] = readFileSync(lock, 'utf8').split(' ');
    if (age > (host === '' ? UNSIGNED_MS : STALE_MS)) return true;
    return host === hostname() && /^\d+$/.test(pid) && !isAlive(Number(pid));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
