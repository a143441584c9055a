import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import type { Table } from '../publish/read-table.ts';
import { toArrow } from '../publish/write-arrow.ts';
import { toCsv } from '../publish/write-csv.ts';
import { writeTables } from '../publish/write-tables.ts';

/** Writes an answer as .csv, .xlsx or .arrow, by the ending of `file`. Throws InputError for another ending. */
export async function writeAnswer(table: Table, file: string): Promise<void> {
  const extension = extname(file).toLowerCase();
  try {
    if (extension === '.csv') writeFileSync(file, toCsv(table));
    else if (extension === '.xlsx') await writeTables([table], file);
    else if (extension === '.arrow') writeFileSync(file, toArrow(table));
    else throw new InputError(file, '不认识这种文件', '请把文件名写成以 .csv、.xlsx 或 .arrow 结尾');
  } catch (error) {
    throw explainSystemError(error, file);
  }
}
