import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ROOT } from '../root.ts';

/**
 * sha256 of every file that gave words and numbers their meaning in a run: the word lists, YAML files and models of
 * data/, or the workspace's own where it has one of that name, and the models that its settings name.
 */
export function hashDefinitions(workspace: string | null, { models }: Config): Record<string, string> {
  const shipped = join(ROOT, 'data');
  const found = hashesIn(shipped, [...definitionsIn(shipped), ...profilesIn(shipped)]);
  if (workspace === null) return found;
  const own = [...definitionsIn(shipped), ...profilesIn(workspace)];
  const named = Object.values(models ?? {}).flatMap((name) => name ?? []);
  return { ...found, ...hashesIn(workspace, [...own, ...named]) };
}

function definitionsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:yaml|txt|json)$/.test(name))
    .sort();
}

function profilesIn(folder: string): string[] {
  const profiles = join(folder, 'jurisdictions');
  return existsSync(profiles) ? definitionsIn(profiles).map((name) => `jurisdictions/${name}`) : [];
}

function hashesIn(folder: string, names: readonly string[]): Record<string, string> {
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, hash(name)]));
}
