import type { Table } from './document.ts';

type Cell = string | number | boolean | null | undefined;

/** Longer lists go to the workbook of the run (tables.xlsx); the caption says how many there are. */
const MOST = 60;

/** A table with — for what is not known; null when it has no rows. */
export function toTable(
  caption: string,
  columns: Table['columns'],
  rows: readonly (readonly Cell[])[],
): Table | null {
  if (rows.length === 0) return null;
  const cut = rows.length > MOST ? `（共${rows.length}行，列出前${MOST}行，其余见 tables.xlsx）` : '';
  const cells = rows.slice(0, MOST).map((row) => row.map((cell) => String(cell ?? '—')));
  return { kind: 'table', caption: `${caption}${cut}`, columns, rows: cells };
}

/** Columns by name and width; those after `numbers` names stand to the right. */
export function columns(
  widths: Readonly<Record<string, number>>,
  numbers: readonly string[] = [],
): Table['columns'] {
  const total = Object.values(widths).reduce((sum, width) => sum + width, 0);
  return Object.entries(widths).map(([name, width]) => {
    return { name, share: width / total, isNumber: numbers.includes(name) };
  });
}
