import { type Range, read, utils, type WorkSheet } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { InputError } from '../errors.ts';
import { decodeText } from './decode.ts';
import { assertContainer, sniff } from './sniff.ts';
import { assertSafeZip } from './unpack.ts';

export type Cell = string | number | boolean | Date | null;

/** One sheet as a rectangle of cells; merged cells carry their value in every cell. */
export interface Grid {
  file: string;
  /** Null for a CSV or JSONL file. */
  sheet: string | null;
  /** What users call rows[0]: row 1 of a sheet, line 0 (the keys) of a JSONL file. */
  firstRow: number;
  rows: Cell[][];
}

/** The sheets of an .xlsx, .xls or .et workbook. Throws InputError when it cannot be opened. */
export function readWorkbook(bytes: Uint8Array, file: string): Grid[] {
  const container = sniff(bytes);
  assertContainer(container, ['zip', 'ole'], file);
  if (container === 'zip') assertSafeZip(bytes, file);
  const book = openWorkbook(bytes, file);
  const late = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((sheet) => {
    const cells = book.Sheets[sheet];
    return cells?.['!ref']
      ? [{ file, sheet, firstRow: 1, rows: toRows(cells, late, `${file}［${sheet}］`) }]
      : [];
  });
}

function openWorkbook(bytes: Uint8Array, file: string) {
  try {
    return read(bytes, {
      type: 'buffer',
      cellDates: false,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    if (locked) throw new InputError(file, '工作簿设有打开密码', '请用 Excel 取消密码后另存一份再试');
    throw new InputError(
      file,
      '无法作为 Excel 工作簿打开，文件可能已损坏',
      '请用 Excel 或 WPS 打开后另存为 .xlsx 再试',
    );
  }
}

/** As many cells as a hundred thousand cases with two hundred columns. */
const MOST_CELLS = 20_000_000;

function toRows(sheet: WorkSheet, date1904: boolean, place: string): Cell[][] {
  const range = usedRange(sheet);
  if ((range.e.r + 1) * (range.e.c + 1) > MOST_CELLS)
    throw new InputError(
      place,
      `工作表范围过大（${range.e.r + 1} 行 × ${range.e.c + 1} 列）`,
      '请删去数据以外的行列，另存后重试',
    );
  const rows: Cell[][] = [];
  for (let r = 0; r <= range.e.r; r++) {
    const row: Cell[] = [];
    for (let c = 0; c <= range.e.c; c++) row.push(cellValue(sheet[utils.encode_cell({ r, c })], date1904));
    rows.push(row);
  }
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c] ?? null;
    for (let r = s.r; r <= Math.min(e.r, range.e.r); r++) rows[r]?.fill(value, s.c, e.c + 1);
  }
  return rows;
}

/** What the sheet claims to hold, cut to the last row and column with a cell: some claim a million empty rows. */
function usedRange(sheet: WorkSheet): Range {
  const claimed = utils.decode_range(sheet['!ref'] ?? 'A1');
  const used = { s: { r: 0, c: 0 }, e: { r: 0, c: 0 } };
  for (const name of Object.keys(sheet)) {
    if (name.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(name);
    used.e.r = Math.max(used.e.r, r);
    used.e.c = Math.max(used.e.c, c);
  }
  return { s: claimed.s, e: { r: Math.min(claimed.e.r, used.e.r), c: Math.min(claimed.e.c, used.e.c) } };
}

function cellValue(cell: { t: string; v?: unknown; z?: unknown } | undefined, date1904: boolean): Cell {
  const value = cell?.v;
  if (cell?.t === 'e') return '#错误值';
  if (typeof value === 'number' && date1904 && /[ymd年月日]/i.test(String(cell?.z ?? '')))
    return value + 1462;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** A CSV file (comma, tab or semicolon) as one grid; row numbers are record numbers. */
export function readCsv(bytes: Uint8Array, file: string): Grid[] {
  assertContainer(sniff(bytes), ['text'], file);
  const text = decodeText(bytes, file);
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      delimiter: delimiterOf(text),
    });
    return [
      {
        file,
        sheet: null,
        firstRow: 1,
        rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      },
    ];
  } catch {
    throw new InputError(
      file,
      '引号没有成对，无法按 CSV 读出',
      '请用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”后重试',
    );
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000);
  const count = (mark: string) => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
