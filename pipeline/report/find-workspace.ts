import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFrom, readManifest } from '../serve/find-run.ts';

/** The workspace of a run, for its wording: the one that holds it, or one beside it with its input; else null. */
export function findWorkspace(run: string): string | null {
  const parent = dirname(resolve(run));
  const isWorkspace = (folder: string) => existsSync(join(folder, 'jianyan.yaml'));
  if (isWorkspace(parent)) return parent;
  const inputs = readManifest(run)?.inputs ?? [];
  const beside = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name))
    .sort();
  return [resolve('.'), ...beside].find((folder) => isWorkspace(folder) && isFrom(folder, inputs)) ?? null;
}
