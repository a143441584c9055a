import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainSystemError, InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import type { CompiledNotebook } from './compiled.ts';

/** Reads and compiles a notebook. Throws InputError when the file is none. */
export async function readNotebook(file: string): Promise<CompiledNotebook> {
  let html: string;
  try {
    html = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw explainSystemError(error, file);
  }
  const { compileNotebook }: { compileNotebook(html: string): CompiledNotebook } = await import(COMPILER);
  const notebook = compileNotebook(html);
  if (notebook.cells.length === 0)
    throw new InputError(
      file,
      '不是笔记：没有 <notebook> 和其中的单元',
      '请从模板 template.html 复制一份再改',
    );
  return notebook;
}

/** Built by notebooks/kit/vite.config.ts. */
const COMPILER = pathToFileURL(join(ROOT, 'dist', 'notebooks', 'kit', 'compile-notebook.js')).href;
