import { readFileSync } from 'node:fs';
import { explainSystemError, InputError } from '../errors.ts';
import { type ColumnNames, normalizeHeader, readColumnNames } from '../ingest/columns.ts';
import { describeDocument } from '../ingest/describe.ts';
import { findInputs, type InputFile } from '../ingest/discover.ts';
import { readDocument } from '../ingest/documents.ts';
import { cellText } from '../ingest/header.ts';
import { identify } from '../ingest/identify.ts';
import { openLedger } from '../ingest/ingest.ts';
import { type LedgerRecord, readRecords } from '../ingest/records.ts';
import type { Grid } from '../ingest/sheets.ts';
import type { Progress } from '../progress.ts';
import type { Document } from './traits.ts';

/**
 * The documents of FILE: the rows of a ledger (.jsonl .csv .xlsx .xls .et), one document, or all of a folder. The id
 * is that of the source (column id, else the number, else 第n行; of a document its file name); a repeated one gets
 * -2, -3 … A document that cannot be read is left out with a notice. Throws InputError when nothing can be compared.
 */
export async function readDocuments(input: string, progress: Progress): Promise<Document[]> {
  const files = findInputs(input).filter((file) => file.kind !== 'unknown');
  const stage = progress.stage('读取文件', files.length);
  const documents: Document[] = [];
  for (const file of files) {
    documents.push(...(file.kind === 'ledger' ? readLedger(file, progress) : await readText(file, progress)));
    stage.advance();
  }
  stage.end(`${documents.length.toLocaleString('en')} 件`);
  if (documents.length === 0) {
    throw new InputError(input, '没有可以比对的内容', '请给出有“标题”或“内容”列的台账，或提案文本');
  }
  return withUniqueIds(documents);
}

function readLedger(file: InputFile, progress: Progress): Document[] {
  try {
    const grids = openLedger(file, readFileSync(file.path));
    const names = readColumnNames();
    const read = grids.flatMap((grid) => {
      const found = readRecords(grid, names);
      return found ? [{ grid, ...found }] : [];
    });
    if (read.length === 0) {
      throw new InputError(file.name, '没有找到标题列', '请把标题所在的列命名为“案由”或“标题”');
    }
    // In .jsonl every line is a document, an empty one too; in a ledger it is a remark or a total.
    if (file.extension === '.jsonl')
      return read.flatMap(({ grid, records }) => allLines(grid, records, names));
    const rejected = read.reduce((sum, { rejects }) => sum + rejects.length, 0);
    if (rejected > 0)
      progress.notice(`${file.name}：${rejected} 行不是提案（合计行、重复表头等），未参加比对`);
    return read.flatMap(({ records }) => records.map(toDocument));
  } catch (error) {
    throw explainSystemError(error, file.name);
  }
}

function allLines(grid: Grid, records: readonly LedgerRecord[], names: ColumnNames): Document[] {
  const recordOf = new Map(records.map((record) => [record.row, record]));
  const column = grid.rows[0]?.findIndex((key) => names.get(normalizeHeader(cellText(key))) === 'id') ?? -1;
  return grid.rows.slice(1).flatMap((cells, i) => {
    const row = i + 1 + grid.firstRow;
    const record = recordOf.get(row);
    if (record) return [toDocument(record)];
    if (cells.every((cell) => cell === null)) return [];
    return [{ id: cellText(cells[column]) || `第${row}行`, title: '', text: null }];
  });
}

function toDocument(record: LedgerRecord): Document {
  const text = (field: keyof typeof record.cells) => cellText(record.cells[field]);
  const parts = [text('text'), text('problem'), text('analysis'), text('suggestion')].filter(Boolean);
  const { id, number } = identify(record, {});
  return { id: id ?? number ?? `第${record.row}行`, title: text('title'), text: parts.join('\n') };
}

async function readText(file: InputFile, progress: Progress): Promise<Document[]> {
  try {
    const read = await readDocument(readFileSync(file.path), file.extension, file.name);
    const { title, text } = describeDocument(read, file.name);
    return [{ id: file.name, title, text }];
  } catch (raw) {
    const error = explainSystemError(raw, file.name);
    if (!(error instanceof InputError)) throw error;
    progress.notice(error.message);
    return [];
  }
}

function withUniqueIds(documents: Document[]): Document[] {
  const taken = new Set<string>();
  return documents.map((document) => {
    let { id } = document;
    for (let n = 2; taken.has(id); n++) id = `${document.id}-${n}`;
    taken.add(id);
    return { ...document, id };
  });
}
