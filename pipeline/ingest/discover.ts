import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';

export const LEDGER_TYPES = new Set(['.xlsx', '.xls', '.et', '.csv', '.jsonl']);
export const DOCUMENT_TYPES = new Set(['.docx', '.doc', '.wps', '.pdf', '.txt', '.md']);

export interface InputFile {
  path: string;
  /** Relative to INPUT, with / on every system. */
  name: string;
  extension: string;
  kind: 'ledger' | 'document' | 'unknown';
}

/**
 * The files of INPUT, a folder (all levels) or one file, sorted by name. Hidden files and the lock files of Office
 * (~$…) are no input. Throws InputError when there is nothing to read.
 */
export function findInputs(input: string): InputFile[] {
  try {
    const isFolder = statSync(input).isDirectory();
    const paths = isFolder ? listFiles(input) : [input];
    const files = paths.map((path) =>
      describe(path, isFolder ? relative(input, path).split(sep).join('/') : basename(path)),
    );
    if (files.every((file) => file.kind === 'unknown')) {
      const what =
        files.length === 0
          ? '文件夹是空的'
          : `没有可以读取的文件（只有 ${files
              .map((f) => f.name)
              .slice(0, 5)
              .join('、')}）`;
      throw new InputError(
        input,
        what,
        '请放入台账（.xlsx .xls .csv .jsonl）或提案文本（.docx .doc .pdf .txt）',
      );
    }
    return files.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw explainSystemError(error, input);
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(\.|~\$)|^(Thumbs\.db|desktop\.ini)$/i.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && statSync(path).isFile());
    return isFile ? [path] : [];
  });
}

function describe(path: string, name: string): InputFile {
  const extension = extname(path).toLowerCase();
  const kind = LEDGER_TYPES.has(extension)
    ? 'ledger'
    : DOCUMENT_TYPES.has(extension)
      ? 'document'
      : 'unknown';
  return { path, name, extension, kind };
}
