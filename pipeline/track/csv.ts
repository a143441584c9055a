import { InputError } from '../errors.ts';
import { readCsv } from '../ingest/sheets.ts';
import { BOM, csvLine, guardFormula, unguardFormula } from '../text/csv.ts';

export type CsvRow = Record<string, string>;

/**
 * The rows of a CSV file that Excel may have saved (UTF-8 or GB18030), by column name; blank lines are left out.
 * Throws InputError when a required column is missing.
 */
export function parseCsv(
  bytes: Uint8Array,
  file: string,
  required: readonly string[],
): { header: string[]; rows: { line: number; cells: CsvRow }[] } {
  const [first = [], ...rest] = bytes.length === 0 ? [] : (readCsv(bytes, file)[0]?.rows ?? []);
  const header = first.map((cell) => String(cell ?? '').trim());
  const missing = required.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new InputError(
      file,
      `缺少“${missing.join('”“')}”列`,
      `请把第一行改回：${required.join(',')}，或从备份恢复此文件`,
    );
  }
  const rows = rest.map((values, at) => {
    const cells = header.map((name, column) => [name, unguardFormula(String(values[column] ?? '').trim())]);
    return { line: at + 2, cells: Object.fromEntries(cells.filter(([name]) => name !== '')) };
  });
  return { header, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) };
}

/** Rows as a CSV file for Excel. */
export function formatCsv(header: readonly string[], rows: readonly CsvRow[]): Buffer {
  const lines = rows.map((row) => csvLine(header.map((name) => guardFormula(row[name] ?? ''))));
  return Buffer.from(BOM + csvLine(header) + lines.join(''));
}
