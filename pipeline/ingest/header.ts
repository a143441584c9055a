import { type ColumnNames, type Field, JOINED_FIELDS, normalizeHeader } from './columns.ts';
import type { Cell, Grid } from './sheets.ts';

export interface Column {
  index: number;
  /** As it stands in the sheet; a two-line header is written 上级/下级. */
  name: string;
  /** Null when nobody knows the column: its cells are kept as extras. */
  field: Field | null;
}

export interface Header {
  columns: Column[];
  /** Index of the first data row in the grid. */
  dataFrom: number;
  /** The title rows above the header, joined: they often name the body, the level and the year. */
  caption: string;
}

/** How far down a header may stand. */
const LAST_HEADER_ROW = 30;

/**
 * The header of a sheet: the row, or two rows of a merged two-line header, with the most recognised columns,
 * which must include a title or a text. Null when there is none.
 */
export function findHeader(grid: Grid, names: ColumnNames): Header | null {
  let best: { columns: Column[]; dataFrom: number; hits: number; at: number } | null = null;
  for (let at = 0; at < Math.min(grid.rows.length, LAST_HEADER_ROW); at++) {
    for (const depth of [1, 2]) {
      const columns = depth === 1 ? oneLine(grid.rows[at] ?? [], names) : twoLines(grid.rows, at, names);
      const fields = new Set(columns.flatMap((c) => c.field ?? []));
      const hasTitle = fields.has('title') || fields.has('text') || fields.has('suggestion');
      if (hasTitle && fields.size >= 2 && fields.size > (best?.hits ?? 0)) {
        best = { columns, dataFrom: at + depth, hits: fields.size, at };
      }
    }
  }
  if (!best) return null;
  const above = grid.rows.slice(0, best.at).flatMap((row) => [...new Set(row)]);
  const caption = above.filter((cell) => typeof cell === 'string').join(' ');
  return { columns: oncePerField(best.columns), dataFrom: best.dataFrom, caption };
}

/** The first column of a field counts; a second one is kept as an unknown column unless its values can be joined. */
function oncePerField(columns: Column[]): Column[] {
  const seen = new Set<Field>();
  return columns.map((column) => {
    if (column.field === null || JOINED_FIELDS.has(column.field)) return column;
    if (seen.has(column.field)) return { ...column, field: null };
    seen.add(column.field);
    return column;
  });
}

/** The non-empty headers of the row that looks most like a header, for the message that no title column is there. */
export function likelyHeader(grid: Grid): string[] {
  const rows = grid.rows
    .slice(0, LAST_HEADER_ROW)
    .map((row) => row.map(cellText).filter((t) => t !== '' && t.length <= 20));
  return rows.reduce((best, row) => (new Set(row).size > new Set(best).size ? row : best), []);
}

function oneLine(row: Cell[], names: ColumnNames): Column[] {
  return row.flatMap((cell, index) => {
    const name = cellText(cell);
    return name === '' ? [] : [{ index, name, field: names.get(normalizeHeader(name)) ?? null }];
  });
}

function twoLines(rows: Cell[][], at: number, names: ColumnNames): Column[] {
  const [upper, lower] = [rows[at] ?? [], rows[at + 1] ?? []];
  let parent = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [cellText(upper[index] ?? null), cellText(lower[index] ?? null)];
    if (above !== '') parent = above;
    if (above === below || below === '') return column(index, above, [above]);
    return column(index, parent === '' ? below : `${parent}/${below}`, [parent + below, below]);
  }).filter((c) => c.name !== '');

  function column(index: number, name: string, candidates: string[]): Column {
    const field = candidates.map((c) => names.get(normalizeHeader(c))).find((f) => f !== undefined);
    return { index, name, field: field ?? null };
  }
}

export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim();
}
