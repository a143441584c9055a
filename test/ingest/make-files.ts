import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Range, utils, write } from '@e965/xlsx';

export type SheetContent = { rows: unknown[][]; merges?: Range[] };

/** A workbook as bytes: sheets by name, cells as given (null for empty). */
export function workbook(sheets: Record<string, SheetContent>, bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const [name, { rows, merges }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    if (merges) sheet['!merges'] = merges;
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType });
}

/** Writes files below `folder`; keys are relative paths. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
