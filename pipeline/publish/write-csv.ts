import type { Table, Value } from './read-table.ts';

/**
 * A table as CSV for Excel: UTF-8 with a byte order mark, CRLF. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
export function toCsv({ columns, rows }: Table): string {
  const lines = Array.from({ length: rows }, (_, i) =>
    columns.map(({ values }) => csvCell(values[i] ?? null)).join(','),
  );
  return `\uFEFF${[columns.map(({ label }) => csvCell(label)).join(','), ...lines].join('\r\n')}\r\n`;
}

export function csvCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
