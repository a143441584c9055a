import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { explainSystemError, InputError } from '../errors.ts';

const manifest = z.object({
  program: z.literal('jianyan'),
  finished_at: z.string(),
  audience: z.string().default('internal'),
  inputs: z.array(z.object({ name: z.string() })),
});

/** Where the service works. */
export interface Places {
  /** Holds reviews.csv and queue/; jianyan.yaml where it is a workspace. */
  workspace: string;
  /** A run's folder, null when there is none yet. */
  run: string | null;
}

/**
 * DIR is a workspace, or a run: then decisions are kept in the workspace that holds it, or else beside it, because a
 * run is replaced whole. The run of a workspace is `given`, or the latest of the runs in it, beside it and in the
 * current folder that was made from its files. Throws InputError when DIR is neither.
 */
export function findPlaces(folder: string, given: string | null): Places {
  if (!existsSync(folder)) throw explainSystemError(Object.assign(new Error(), { code: 'ENOENT' }), folder);
  if (given !== null && readManifest(given) === null)
    throw new InputError(given, '不是建言的运行结果', '请给出 jianyan run --out 写出的文件夹');
  if (existsSync(join(folder, 'jianyan.yaml'))) return { workspace: folder, run: given ?? lastRun(folder) };
  if (readManifest(folder) === null)
    throw new InputError(folder, '既不是工作区，也不是运行结果', '请先执行 jianyan init 新建工作区');
  const parent = dirname(resolve(folder));
  const isInside = existsSync(join(parent, 'jianyan.yaml'));
  return { workspace: isInside ? parent : `${resolve(folder)}-分办`, run: given ?? folder };
}

function lastRun(workspace: string): string | null {
  const folders = [workspace, dirname(resolve(workspace)), '.'].flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true }).flatMap((e) =>
      e.isDirectory() ? [join(parent, e.name)] : [],
    ),
  );
  const runs = folders.flatMap((folder) => {
    const found = readManifest(folder);
    // Decisions are made on whole texts: never on what was made for others to see.
    return found?.audience === 'internal' && isFrom(workspace, found.inputs)
      ? [{ folder, at: found.finished_at }]
      : [];
  });
  return runs.reduce((last, run) => (run.at > last.at ? run : last), { folder: '', at: '' }).folder || null;
}

export function isFrom(workspace: string, inputs: readonly { name: string }[]): boolean {
  return inputs.length > 0 && inputs.every(({ name }) => existsSync(join(workspace, 'input', name)));
}

export function readManifest(folder: string): z.infer<typeof manifest> | null {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file) || !statSync(file).isFile() || !existsSync(join(folder, 'analysis.duckdb')))
    return null;
  try {
    return manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
