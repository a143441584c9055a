import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { explainSystemError } from '../errors.ts';

/** In the workspace: where its last run went, seen from the workspace, so that both can be moved together. */
const FILE = 'last-run.txt';

export function rememberRun(workspace: string, out: string): void {
  const file = join(workspace, FILE);
  try {
    writeFileSync(file, `${relative(resolve(workspace), resolve(out))}\n`);
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

/** The folder of the last run of a workspace; null when there was none, or it is gone. */
export function lastRun(workspace: string): string | null {
  const file = join(workspace, FILE);
  if (!existsSync(file)) return null;
  const run = resolve(workspace, readFileSync(file, 'utf8').trim());
  return existsSync(join(run, 'analysis.duckdb')) ? run : null;
}
