import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What a researcher reads beside the data: the dictionary, how to open it, how it was made and how good it is. */
export const DOCS = ['tables.md', 'recipes.md', 'methods.md'];

/** Copies the documents of this version into docs/ below `folder`. */
export function writeDocs(folder: string): void {
  mkdirSync(join(folder, 'docs'), { recursive: true });
  for (const name of DOCS) copyFileSync(join(ROOT, 'data', 'docs', name), join(folder, 'docs', name));
}
