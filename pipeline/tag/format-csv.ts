import type { Value } from '../publish/read-table.ts';
import { SHEET_COLUMNS, type SheetRow } from './sheet-columns.ts';

/** The header line, with the mark by which Excel knows UTF-8. */
export function csvHeader(): string {
  return `\uFEFF${SHEET_COLUMNS.map((c) => c.label).join(',')}\r\n`;
}

export function csvLine(row: SheetRow): string {
  return `${SHEET_COLUMNS.map((c) => csvCell(c.of(row))).join(',')}\r\n`;
}

/** A cell that Excel would take for a formula gets a ' before it. */
function csvCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
