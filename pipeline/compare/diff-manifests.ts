import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { explainSystemError, InputError } from '../errors.ts';

const schema = z.object({
  program: z.literal('jianyan'),
  version: z.string(),
  audience: z.string().default('internal'),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string() })),
  config: z.record(z.string(), z.unknown()),
  profiles: z.record(z.string(), z.unknown()),
  definitions: z.record(z.string(), z.string()).default({}),
  balance: z.record(z.string(), z.number()),
});

export type RunFacts = z.infer<typeof schema>;

/** One thing that is not the same in two runs; null where it is missing. */
export interface Difference {
  name: string;
  before: string | null;
  after: string | null;
}

/** What a run's manifest says of how it was made. Throws InputError when `folder` is no run. */
export function readManifest(folder: string): RunFacts {
  const file = join(folder, 'manifest.json');
  try {
    return schema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw new InputError(
        folder,
        '不是建言的结果文件夹（没有可读的 manifest.json）',
        '请给出 jianyan run 的 --out',
      );
    throw explainSystemError(error, folder);
  }
}

/** How two runs were made otherwise: by input files, settings, definitions (profiles among them), counts and version. */
export function diffManifests(a: RunFacts, b: RunFacts) {
  const files = ({ inputs }: RunFacts) => Object.fromEntries(inputs.map((i) => [i.name, i.sha256]));
  return {
    inputs: differences(files(a), files(b)),
    settings: differences(a.config, b.config),
    definitions: [...differences(a.profiles, b.profiles), ...differences(a.definitions, b.definitions)],
    balance: differences(a.balance, b.balance),
    version: differences({ 程序版本: a.version }, { 程序版本: b.version }),
  };
}

function differences(a: Record<string, unknown>, b: Record<string, unknown>): Difference[] {
  const says = (value: unknown) =>
    value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .map((name) => ({ name, before: says(a[name]), after: says(b[name]) }))
    .filter(({ before, after }) => before !== after);
}
