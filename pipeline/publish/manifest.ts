import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Balance } from '../ingest/balance.ts';
import { ROOT } from '../root.ts';
import type { Audience } from '../share/audience.ts';

/** How a run was made. The only output with a clock in it. */
export interface Manifest {
  program: 'jianyan';
  version: string;
  node: string;
  finished_at: string;
  audience: Audience;
  /** Empty in a public run, as are definitions and balance. */
  inputs: { name: string; bytes: number; sha256: string }[];
  config: Config;
  /** Per body the profile of all its years, or one for each. */
  profiles: Record<string, string | Record<string, string>>;
  /** File → sha256. */
  definitions: Record<string, string>;
  balance: Partial<Balance>;
  /** Rows of each mart. */
  tables: Record<string, number>;
  /** What a public run leaves out: how many, 不足5 for 1 to 4. */
  withheld?: { kind: string; what: string; amount: string | null }[];
}

export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '';
}

/** {政协: city-abcd}, or {政协: {2021: generic, 2022: city-abcd}} where the years differ. */
export function profilesUsed(
  rows: readonly { body: string | null; year: number | null; profile: string }[],
): Manifest['profiles'] {
  const bodies = [...new Set(rows.map((r) => r.body))];
  return Object.fromEntries(
    bodies.map((body) => {
      const own = rows.filter((r) => r.body === body);
      const byYear = Object.fromEntries(own.map((r) => [String(r.year ?? '不详'), r.profile]));
      const [first, ...others] = new Set(own.map((r) => r.profile));
      return [body ?? '其他', others.length === 0 && first !== undefined ? first : byYear];
    }),
  );
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
