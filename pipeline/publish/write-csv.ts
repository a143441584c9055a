import { BOM, csvLine, guardFormula } from '../text/csv.ts';
import type { Table, Value } from './read-table.ts';

/** A table as CSV for Excel, with the labels of its columns as header. */
export function toCsv({ columns, rows }: Table): string {
  const lines = Array.from({ length: rows }, (_, i) =>
    csvLine(columns.map(({ values }) => guarded(values[i] ?? null))),
  );
  return BOM + csvLine(columns.map(({ label }) => guardFormula(label))) + lines.join('');
}

/** Numbers are numbers: -1 needs no guard. */
export function guarded(value: Value): Value {
  return typeof value === 'string' ? guardFormula(value) : value;
}
