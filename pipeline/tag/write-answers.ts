import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Value } from '../publish/read-table.ts';
import { writeTables } from '../publish/write-tables.ts';
import { ARROW_END, arrowBatch, arrowHeader } from './format-arrow.ts';
import { csvHeader, csvRow } from './format-csv.ts';
import { formatJsonl } from './format-jsonl.ts';
import { tableHeader, tableLine } from './format-table.ts';
import type { Format } from './formats.ts';
import type { Output } from './output.ts';
import { SHEET_COLUMNS, type SheetRow } from './sheet-columns.ts';

/** Taggings of one record batch. */
const BATCH = 500;

/** Writes rows as they come; a workbook is written at the end. False from `row` once nobody reads any more. */
export interface AnswerWriter {
  begin(): Promise<boolean>;
  row(row: SheetRow): Promise<boolean>;
  end(): Promise<void>;
}

/** `width`: columns of the terminal. */
export function answerWriter(format: Format, output: Output, width: number): AnswerWriter {
  if (format === 'arrow') return arrowAnswers(output);
  if (format === 'xlsx') return sheetAnswers(output);
  const head = { table: () => tableHeader(width), jsonl: () => '', csv: csvHeader }[format];
  const line = {
    table: (row: SheetRow) => tableLine(row, width),
    jsonl: (row: SheetRow) => formatJsonl(row.tagging),
    csv: csvRow,
  }[format];
  return {
    begin: () => output.write(head()),
    row: (row) => output.write(line(row)),
    end: () => output.end(),
  };
}

function arrowAnswers(output: Output): AnswerWriter {
  let waiting: SheetRow[] = [];
  const flush = async () => {
    const batch = waiting.map((row) => row.tagging);
    waiting = [];
    return batch.length === 0 || output.write(arrowBatch(batch));
  };
  return {
    begin: () => output.write(arrowHeader()),
    row: async (row) => {
      waiting.push(row);
      return waiting.length < BATCH || flush();
    },
    end: async () => {
      await flush();
      await output.write(ARROW_END);
      await output.end();
    },
  };
}

function sheetAnswers(output: Output): AnswerWriter {
  const values: Value[][] = SHEET_COLUMNS.map(() => []);
  let rows = 0;
  return {
    begin: async () => true,
    row: async (row) => {
      rows += 1;
      for (const [i, column] of SHEET_COLUMNS.entries()) values[i]?.push(column.of(row));
      return true;
    },
    end: async () => {
      const columns = SHEET_COLUMNS.map(({ name, label, type }, i) => ({
        name,
        label,
        type,
        values: values[i] ?? [],
      }));
      const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
      try {
        const file = join(folder, 'tag.xlsx');
        await writeTables([{ name: 'tag', title: '分办建议', rows, columns }], file);
        await output.write(readFileSync(file));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      await output.end();
    },
  };
}
