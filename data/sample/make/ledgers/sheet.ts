import { type Range, utils, write } from '@e965/xlsx';
import type { Case } from '../plan.ts';

export type Cell = string | number | null;

/** A column of a template: its header and what it says of a case; `index` counts the rows of the ledger from 0. */
export type Column = [header: string, cell: (c: Case, index: number) => Cell];

export function body(columns: readonly Column[], cases: readonly Case[]): Cell[][] {
  return cases.map((c, index) => columns.map(([, cell]) => cell(c, index)));
}

export function header(columns: readonly Column[]): Cell[] {
  return columns.map(([name]) => name);
}

export function table(columns: readonly Column[], cases: readonly Case[]): Cell[][] {
  return [header(columns), ...body(columns, cases)];
}

export interface Sheet {
  rows: Cell[][];
  merges?: Range[];
}

export function workbook(sheets: Record<string, Sheet>, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const [name, { rows, merges }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    if (merges) sheet['!merges'] = merges;
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType, compression: true });
}

/** Cells from row r1, column c1 to row r2, column c2, counted from 0. */
export function merge(r1: number, c1: number, r2: number, c2: number): Range {
  return { s: { r: r1, c: c1 }, e: { r: r2, c: c2 } };
}

export function csv(rows: Cell[][]): string {
  const cell = (c: Cell) =>
    c !== null && /[",\n]/.test(String(c)) ? `"${String(c).replaceAll('"', '""')}"` : String(c ?? '');
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
