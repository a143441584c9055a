import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, the same for the sources and for the compiled files in dist/. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'data', 'taxonomy.yaml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('data/taxonomy.yaml is not part of this installation');
  return findRoot(parent);
}
