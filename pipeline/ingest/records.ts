import type { Reject } from '../rows.ts';
import type { ColumnNames, Field } from './columns.ts';
import { JOINED_FIELDS } from './columns.ts';
import { cellText, findHeader, type Header } from './header.ts';
import type { Cell, Grid } from './sheets.ts';

/** One ledger row: cells by field, the rest by column name, and where it stands. */
export interface LedgerRecord {
  file: string;
  sheet: string | null;
  row: number;
  /** File name, sheet name and title rows: where the body, level and year are looked for last. */
  context: string[];
  cells: Partial<Record<Field, Cell>>;
  /** The header of every column of the sheet that a field claims, also where this row's cell is empty. */
  headers: Partial<Record<Field, string>>;
  extras: [column: string, value: string][];
}

export interface GridRecords {
  records: LedgerRecord[];
  rejects: Reject[];
  /** Columns that no field claims, as written. */
  unknown: string[];
}

/** The data rows of a sheet, or null when it has no header. Blank rows do not count; totals and repeated headers are rejected. */
export function readRecords(grid: Grid, names: ColumnNames): GridRecords | null {
  const header = findHeader(grid, names);
  if (!header) return null;
  const found: GridRecords = { records: [], rejects: [], unknown: unknownColumns(header) };
  for (let index = header.dataFrom; index < grid.rows.length; index++) {
    const cells = grid.rows[index] ?? [];
    if (cells.every((cell) => cellText(cell) === '')) continue;
    const row = index + grid.firstRow;
    const record = toRecord(grid, header, cells, row);
    const reason = whyNoRecord(record, header, cells);
    if (reason === null) found.records.push(record);
    else
      found.rejects.push({
        file: grid.file,
        sheet: grid.sheet,
        row,
        column: null,
        value: shorten(cells),
        reason,
        scope: 'row',
      });
  }
  return found;
}

function toRecord(grid: Grid, header: Header, cells: Cell[], row: number): LedgerRecord {
  const context = [grid.file, grid.sheet ?? '', header.caption];
  const record: LedgerRecord = {
    file: grid.file,
    sheet: grid.sheet,
    row,
    context,
    cells: {},
    headers: {},
    extras: [],
  };
  for (const { index, name, field } of header.columns) {
    const cell = cells[index] ?? null;
    const text = cellText(cell);
    if (field !== null) record.headers[field] ??= name;
    if (text === '') continue;
    if (field === null) record.extras.push([name, text]);
    else {
      const before = record.cells[field];
      record.cells[field] = JOINED_FIELDS.has(field) && before ? `${cellText(before)}、${text}` : cell;
    }
  }
  return record;
}

/** Only a row without title, text and department is no proposal and no further department of one. */
function whyNoRecord(record: LedgerRecord, header: Header, cells: Cell[]): string | null {
  const texts = cells.map(cellText);
  const first = texts.find((t) => t !== '') ?? '';
  if (/^(合计|小计|总计|共计|累计)/.test(first.replace(/\s/g, ''))) return '合计行，不是提案';
  if (header.columns.filter((c) => texts[c.index] === c.name.split('/').at(-1)).length >= 3)
    return '重复的表头';
  const { title, text, suggestion, problem, lead, department } = record.cells;
  if ([title, text, suggestion, problem, lead, department].every((cell) => cellText(cell) === '')) {
    return texts.filter((t) => t !== '').length === 1
      ? '只有一个单元格有内容，可能是备注'
      : '没有标题，也没有正文和承办单位';
  }
  return null;
}

function unknownColumns(header: Header): string[] {
  return header.columns.filter((c) => c.field === null).map((c) => c.name);
}

function shorten(cells: Cell[]): string {
  return cells
    .map(cellText)
    .filter((t) => t !== '')
    .join(' | ')
    .slice(0, 200);
}
