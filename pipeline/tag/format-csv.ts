import { guarded } from '../publish/write-csv.ts';
import { BOM, csvLine } from '../text/csv.ts';
import { SHEET_COLUMNS, type SheetRow } from './sheet-columns.ts';

export function csvHeader(): string {
  return BOM + csvLine(SHEET_COLUMNS.map((c) => c.label));
}

export function csvRow(row: SheetRow): string {
  return csvLine(SHEET_COLUMNS.map((c) => guarded(c.of(row))));
}
