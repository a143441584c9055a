import type { Table, Value } from '../publish/read-table.ts';
import { toCsv } from '../publish/write-csv.ts';
import { displayWidth, padEnd, padStart } from '../text/width.ts';

/** Longer texts are cut on the terminal, in columns of a terminal; files have them whole. */
const WIDEST = 60;

/** A table for standard output: `csv`, `jsonl` (an object a row, by column), or aligned text. */
export function printAnswer(table: Table, format: string): string {
  if (format === 'csv') return toCsv(table);
  return format === 'jsonl' ? toJsonl(table) : alignedTable(table);
}

function toJsonl({ columns, rows }: Table): string {
  const lines = Array.from({ length: rows }, (_, i) =>
    JSON.stringify(Object.fromEntries(columns.map(({ label, values }) => [label, values[i] ?? null]))),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Numbers stand to the right, a line below the header. */
function alignedTable(table: Table): string {
  const columns = table.columns.map(({ label, type, values }) => {
    const cells = values.map(shown);
    const width = [label, ...cells].reduce((most, cell) => Math.max(most, displayWidth(cell)), 0);
    const pad = type === 'integer' || type === 'number' ? padStart : padEnd;
    return { lines: [pad(label, width), '─'.repeat(width), ...cells.map((cell) => pad(cell, width))] };
  });
  const lines = Array.from({ length: table.rows + 2 }, (_, i) =>
    columns
      .map(({ lines }) => lines[i] ?? '')
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(6)));
  const line = String(value).replace(/\s+/g, ' ');
  if (displayWidth(line) <= WIDEST) return line;
  let cut = '';
  for (const char of line) {
    if (displayWidth(cut + char) > WIDEST - 2) break;
    cut += char;
  }
  return `${cut}……`;
}
