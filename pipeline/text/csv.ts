/** By which Excel knows UTF-8; the first character of every CSV file that is written. */
export const BOM = '\uFEFF';

const FORMULA = /^'*[=+\-@\t\r]/;

/** A text that no spreadsheet runs as a formula: an apostrophe before what one would; `unguardFormula` gives it back. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell that `guardFormula` wrote. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Cells as a CSV record with its line end (CRLF); null is empty, true and false are 是 and 否. Nothing is guarded. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string | number | boolean | null): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const text = String(cell);
  return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
