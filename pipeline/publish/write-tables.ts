import { writeFileSync } from 'node:fs';
import writeExcel from 'write-excel-file/node';
import type { Table, Value } from './read-table.ts';

/** Excel's own limits. */
const MAX_ROWS = 1_048_575;
const MAX_CELL = 32_000;
/** Rows for programs, each column a count of 0 or 1; people find the same counts in 指标方. */
const NOT_FOR_READING = 'entries';

/** All tables as one workbook, a sheet each, with Chinese headers. The same tables give the same bytes. */
export async function writeTables(tables: readonly Table[], file: string): Promise<void> {
  const shown = tables.filter(({ name }) => name !== NOT_FOR_READING);
  const sheets = shown.map((table) => ({
    sheet: table.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    data: [
      table.columns.map((c) => ({ value: c.label, fontWeight: 'bold' as const, backgroundColor: '#E8EEF4' })),
      ...dataRows(table),
    ],
    columns: table.columns.map((c) => ({ width: width(c.label, c.values) })),
    stickyRowsCount: 1,
  }));
  const written = await writeExcel(sheets).toBuffer();
  writeFileSync(file, withoutClock(written));
}

function* cells(table: Table, row: number) {
  for (const column of table.columns) yield toCell(column.values[row] ?? null);
}

function dataRows(table: Table) {
  return Array.from({ length: Math.min(table.rows, MAX_ROWS) }, (_, row) => [...cells(table, row)]);
}

/** Text is written as text, so a title that begins with = is never a formula. */
function toCell(value: Value) {
  if (value === null) return null;
  if (typeof value === 'boolean') return { value: value ? '是' : '否', type: String };
  if (typeof value === 'number') return { value, type: Number };
  return { value: value.slice(0, MAX_CELL), type: String };
}

function width(label: string, values: readonly Value[]): number {
  const longest = values
    .slice(0, 200)
    .reduce((max: number, v) => Math.max(max, String(v ?? '').length), label.length);
  return Math.min(60, 4 + longest * 1.6);
}

/**
 * The zip of a workbook carries the time of day with every entry: it is set to 1 January 2000, in the central directory
 * and before each entry (APPNOTE.TXT 4.3.7 and 4.3.12). Packing again would take longer than all the rest.
 */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50)
    throw new Error('the workbook does not end as a zip file does');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, DOS_2000, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, DOS_2000, true);
    entry += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0);
  }
  return bytes;
}

/** Midnight of 1 January 2000 as MS-DOS date and time. */
const DOS_2000 = ((20 << 9) | (1 << 5) | 1) << 16;
