import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Balance } from '../ingest/balance.ts';
import { ROOT } from '../root.ts';

/** How a run was made. The only output with a clock in it. */
export interface Manifest {
  program: 'jianyan';
  version: string;
  node: string;
  finished_at: string;
  inputs: { name: string; bytes: number; sha256: string }[];
  config: Config;
  profiles: Record<string, string>;
  /** sha256 of every file that gives words and numbers their meaning: taxonomy, departments, profiles, models. */
  definitions: Record<string, string>;
  balance: Balance;
  /** Rows of each mart. */
  tables: Record<string, number>;
}

export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '';
}

/** The files of data/ that a workspace may hold its own copy of, which then wins. */
const DEFINITIONS = ['taxonomy.yaml', 'departments.yaml', 'columns.yaml', 'words.txt', 'model.json'];

/** Hashes of the definitions of a run: the shipped files, the workspace's own, and the profiles of both. */
export function hashDefinitions(workspace: string | null, models: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const folder of [join(ROOT, 'data'), ...(workspace ? [workspace] : [])]) {
    const profiles = join(folder, 'jurisdictions');
    const names = [
      ...DEFINITIONS,
      ...(existsSync(profiles) ? readdirSync(profiles).map((name) => `jurisdictions/${name}`) : []),
      ...(folder === workspace ? models : []),
    ];
    for (const name of names.sort()) {
      const file = join(folder, name);
      if (existsSync(file)) found[name] = createHash('sha256').update(readFileSync(file)).digest('hex');
    }
  }
  return found;
}

export function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'program' | 'version' | 'node' | 'finished_at'>,
): void {
  const whole: Manifest = {
    program: 'jianyan',
    version: version(),
    node: process.version,
    finished_at: new Date().toISOString(),
    ...manifest,
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(whole, null, 2)}\n`);
}
