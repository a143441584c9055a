import { writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import type { Table, Value } from './read-table.ts';

/** Excel's own limits. */
const MAX_ROWS = 1_048_575;
const MAX_CELL = 32_000;

/** All tables as one workbook, a sheet each, with Chinese headers. The same tables give the same bytes. */
export async function writeTables(tables: readonly Table[], file: string): Promise<void> {
  const sheets = tables.map((table) => ({
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

/** The zip of a workbook carries the time of day; repack it with a fixed one. */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  const fixed = new Date(2000, 0, 1);
  const entries = Object.entries(unzipSync(bytes)).map(
    ([name, data]) => [name, [data, { mtime: fixed }]] as const,
  );
  return zipSync(Object.fromEntries(entries.map(([name, entry]) => [name, [entry[0], entry[1]]])));
}
