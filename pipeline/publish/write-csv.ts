import { closeSync, openSync, writeSync } from 'node:fs';
import { BOM, csvLine, guardFormula } from '../text/csv.ts';
import type { Table, Value } from './read-table.ts';

/** So many lines are in memory at a time. */
const LINES = 5_000;

/** A table as CSV for Excel, with the labels of its columns as header. */
export function toCsv({ columns, rows }: Table): string {
  const lines = Array.from({ length: rows }, (_, i) =>
    csvLine(columns.map(({ values }) => guarded(values[i] ?? null))),
  );
  return BOM + csvLine(columns.map(({ label }) => guardFormula(label))) + lines.join('');
}

/**
 * Writes a table as CSV for statistics packages and Excel alike: UTF-8 with BOM, the names of the columns as header,
 * true and false as 1 and 0, and a row a line: breaks in texts become spaces, since SPSS ends a case at each.
 */
export function writeCsv({ columns, rows }: Table, file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, BOM + csvLine(columns.map(({ name }) => name)));
    for (let from = 0; from < rows; from += LINES) {
      const lines = Array.from({ length: Math.min(LINES, rows - from) }, (_, i) =>
        csvLine(columns.map(({ values }) => plain(values[from + i] ?? null))),
      );
      writeSync(descriptor, lines.join(''));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Numbers are numbers: -1 needs no guard. */
export function guarded(value: Value): Value {
  return typeof value === 'string' ? guardFormula(value) : value;
}

function plain(value: Value): Value {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' ? guardFormula(value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')) : value;
}
