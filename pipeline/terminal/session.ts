import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { readRegistry } from '../track/read-registry.ts';
import type { Registry } from '../track/registry.ts';
import type { RunFacts } from './read-facts.ts';

/** What holds while a person reviews. */
export interface Session {
  /** The workspace. */
  folder: string;
  person: string;
  note: string;
  /** 2024-12-31 14:05, asked for at each decision. */
  now: () => string;
  /** The folder of the run that is looked at, and what it knows; null when there was none yet. */
  run: string | null;
  facts: RunFacts | null;
}

/** The registry as it stands. Throws InputError when the folder is no workspace, or keeps no issues. */
export function openRegistry(folder: string): Registry {
  if (!existsSync(join(folder, 'jianyan.yaml'))) {
    throw new InputError(
      folder,
      '不是工作区（没有 jianyan.yaml）',
      '议题登记在工作区里，请给出 jianyan init 建立的文件夹',
    );
  }
  const registry = readRegistry(folder);
  if (registry.folder === null) {
    const remedy = `请先执行 jianyan init ${folder}，原有内容不会改动`;
    throw new InputError(folder, '工作区里没有 issues.csv', remedy);
  }
  return registry;
}
