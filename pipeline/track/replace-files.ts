import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainSystemError } from '../errors.ts';

/**
 * Replaces several files: all of them, or none. Each is written beside its place and renamed. Throws InputError when
 * one cannot be replaced, as when it is open in Excel; then every file is as it was.
 */
export function replaceFiles(files: readonly { path: string; bytes: Uint8Array }[]): void {
  const before: (Buffer | null)[] = [];
  const drafts = files.map(({ path }) => join(dirname(path), `.${basename(path)}.jianyan-new`));
  let done = 0;
  let at = '';
  try {
    for (const [i, { path, bytes }] of files.entries()) {
      at = path;
      before.push(existsSync(path) ? readFileSync(path) : null);
      writeFileSync(drafts[i] ?? '', bytes);
    }
    for (const [i, { path }] of files.entries()) {
      at = path;
      renameSync(drafts[i] ?? '', path);
      done += 1;
    }
  } catch (error) {
    for (const [i, { path }] of files.slice(0, done).entries()) {
      const old = before[i];
      if (old) writeFileSync(path, old);
      else rmSync(path, { force: true });
    }
    throw explainSystemError(error, at);
  } finally {
    for (const draft of drafts) rmSync(draft, { force: true });
  }
}
