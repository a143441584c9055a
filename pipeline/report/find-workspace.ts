import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lastRun } from '../publish/last-run.ts';

/** The workspace that a run was made from: it holds the run, or remembers it from beside it; null when there is none. */
export function findWorkspace(run: string): string | null {
  const parent = dirname(resolve(run));
  if (existsSync(join(parent, 'jianyan.yaml'))) return parent;
  const beside = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name))
    .sort();
  const remembers = (folder: string) =>
    existsSync(join(folder, 'jianyan.yaml')) && lastRun(folder) === resolve(run);
  return [resolve('.'), ...beside].find(remembers) ?? null;
}
