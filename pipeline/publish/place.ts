import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';

/** A place where a run is written before it appears. */
export interface Place {
  /** The folder to write into. */
  draft: string;
  /** Puts the draft where the run belongs; the earlier run is gone only when the new one is there. */
  publish(): void;
  /** Removes the draft; the earlier run stays. */
  abandon(): void;
}

/**
 * Prepares to write the run folder `out`. First repairs what a kill left behind: if it came between the two renames,
 * the old run is put back. Throws InputError when `out` holds something that is no run of ours, when it cannot be
 * written, or when another jianyan is writing it now.
 */
export function openPlace(out: string): Place {
  const target = resolve(out);
  const draft = join(dirname(target), `.${basename(target)}.jianyan-new`);
  const old = join(dirname(target), `.${basename(target)}.jianyan-old`);
  try {
    assertNobodyWrites(draft, out);
    if (existsSync(old)) existsSync(target) ? rmSync(old, { recursive: true }) : renameSync(old, target);
    assertOurs(target, out);
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    // Not recursive: that hides the reason (EROFS, EACCES) behind ENOENT.
    mkdirSync(draft);
    writeFileSync(join(draft, '.pid'), String(process.pid));
  } catch (error) {
    throw explainSystemError(error, out);
  }
  return {
    draft,
    publish: () => {
      try {
        rmSync(join(draft, '.pid'));
        if (existsSync(target)) renameSync(target, old);
        renameSync(draft, target);
        rmSync(old, { recursive: true, force: true });
      } catch (error) {
        if (!existsSync(target) && existsSync(old)) renameSync(old, target);
        throw explainSystemError(error, out);
      }
    },
    abandon: () => rmSync(draft, { recursive: true, force: true }),
  };
}

function assertNobodyWrites(draft: string, out: string): void {
  const file = join(draft, '.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (pid > 0 && pid !== process.pid && isAlive(pid)) {
    throw new InputError(out, '另一个建言程序正在写这个文件夹', '请等它结束，或换一个 --out');
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** An empty folder, or one with a manifest of ours, may be replaced; anything else may be somebody's work. */
function assertOurs(target: string, out: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const manifest = join(target, 'manifest.json');
  const ours = existsSync(manifest) && /"program": "jianyan"/.test(readFileSync(manifest, 'utf8'));
  if (!ours)
    throw new InputError(out, '文件夹里有其他内容，不是建言生成的结果', '请换一个空文件夹或新的名称');
}
