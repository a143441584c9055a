import { readFileSync, writeFileSync } from 'node:fs';
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
  balance: Balance;
  /** Rows of each mart. */
  tables: Record<string, number>;
}

export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '';
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
