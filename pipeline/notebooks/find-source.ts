import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { findWorkspace } from '../report/find-workspace.ts';
import { findPlaces } from '../serve/find-run.ts';

/** What notebooks are built over. */
export interface Source {
  /** Folder of the run. */
  run: string;
  /** The workspace that the run belongs to, where there is one. */
  workspace: string | null;
}

/** DIR is a run, or a workspace: then its latest run. Throws InputError when there is no run. */
export function findSource(folder: string): Source {
  if (existsSync(join(folder, 'analysis.duckdb'))) return { run: folder, workspace: findWorkspace(folder) };
  const { workspace, run } = findPlaces(folder, null);
  if (run === null) throw new InputError(folder, '这个工作区还没有结果', '请先执行 jianyan run');
  return { run, workspace };
}
