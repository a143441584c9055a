import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { ROOT } from '../root.ts';

export interface NotebookFile {
  /** Path of the notebook. */
  file: string;
  /** Name of its page, as 2026-11-25-obstacles.html. */
  name: string;
}

export const SHIPPED = join(ROOT, 'notebooks');

/**
 * The notebooks that come with the program and those of `own`, by name; one's own stands for a shipped one. Throws
 * InputError when the folder cannot be read or a notebook has the name of the list of pages.
 */
export function findNotebooks(own: string | null): NotebookFile[] {
  const files = new Map([SHIPPED, ...(own === null ? [] : [own])].flatMap(notebooksIn));
  return [...files].map(([name, file]) => ({ name, file })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function notebooksIn(folder: string): [name: string, file: string][] {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.~].*\.html$/i.test(name));
    if (names.includes('index.html'))
      throw new InputError(join(folder, 'index.html'), '这个名称留给目录页', '请给笔记换一个名称');
    return names.map((name) => [name, join(folder, name)]);
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

/** Where a workspace keeps notebooks of its own; null when it has none. */
export function ownNotebooks(workspace: string | null): string | null {
  const folder = workspace === null ? null : join(workspace, 'notebooks');
  return folder !== null && existsSync(folder) ? folder : null;
}
