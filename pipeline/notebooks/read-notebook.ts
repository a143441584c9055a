import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainSystemError } from '../errors.ts';
import { ROOT } from '../root.ts';
import type { CompiledNotebook } from './compiled.ts';

/** Reads and compiles a notebook; one without cells is a file of another kind. Throws InputError when it cannot be read. */
export async function readNotebook(file: string): Promise<CompiledNotebook> {
  let html: string;
  try {
    html = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw explainSystemError(error, file);
  }
  const { compileNotebook }: { compileNotebook(html: string): CompiledNotebook } = await import(COMPILER);
  return compileNotebook(html);
}

/** Built by notebooks/kit/vite.config.ts. */
const COMPILER = pathToFileURL(join(ROOT, 'dist', 'notebooks', 'kit', 'compile-notebook.js')).href;
