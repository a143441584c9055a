import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Section, table } from './section.ts';

const SIZES = [1_000, 10_000, 100_000];

const measured = z.object({
  seconds: z.number(),
  cpu: z.number(),
  pairs: z.number(),
  megabytes: z.number(),
  copies: z.number(),
});

/** Time and memory of linking, each size in a process of its own so that one's memory is not another's. */
export function linking(): Section {
  const runs = SIZES.map((size) => {
    const file = fileURLToPath(new URL('link-many.ts', import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, String(size)], {
      encoding: 'utf8',
    });
    if (stdout.trim() === '') throw new Error(`link-many.ts ${size}: ${stderr}`);
    return measured.parse(JSON.parse(stdout));
  });
  const rows = runs.map((run, i) => [
    (SIZES[i] ?? 0).toLocaleString('en'),
    run.seconds.toFixed(1),
    run.cpu.toFixed(1),
    i === 0 ? '' : `${(run.seconds / (runs[i - 1]?.seconds ?? Number.NaN)).toFixed(1)}×`,
    run.pairs.toLocaleString('en'),
    Math.round(run.megabytes).toLocaleString('en'),
    `${(100 * run.copies).toFixed(1)} %`,
  ]);
  return {
    title: 'Linking',
    text: [
      'Documents of 500 characters made of clauses of the sample city with other names and numbers, every fiftieth a shortened copy of an earlier one. One process, one thread: features, candidates, verdicts with evidence, issues.',
      table(['documents', 's', 'CPU s', 'per 10×', 'pairs judged', 'peak MB', 'copies found'], rows),
    ],
  };
}
