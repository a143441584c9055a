import { extname } from 'node:path';
import { InputError } from '../errors.ts';
import { readCells } from '../ingest/cells.ts';
import { readColumnNames } from '../ingest/columns.ts';
import { describeDocument } from '../ingest/describe.ts';
import { DOCUMENT_TYPES, LEDGER_TYPES } from '../ingest/discover.ts';
import { readDocument } from '../ingest/documents.ts';
import { identify } from '../ingest/identify.ts';
import { readJsonl } from '../ingest/jsonl.ts';
import { readProposal } from '../ingest/proposal.ts';
import { readRecords } from '../ingest/records.ts';
import { type Grid, readCsv, readWorkbook } from '../ingest/sheets.ts';
import { sniff } from '../ingest/sniff.ts';
import { assertSafeZip } from '../ingest/unpack.ts';
import type { Body } from '../rows.ts';
import { MAX_TEXT } from './schemas.ts';

/** A proposal as it came in. */
export interface Received {
  title: string;
  text: string | null;
  body: Body | null;
  number: string | null;
  proposer: string | null;
}

/** What one proposal or a week's list unpacks to at the most; a year's ledger is for `jianyan run`. */
const MAX_UNPACKED = 128 * 1024 * 1024;
const MAX_PROPOSALS = 500;

/** The proposals of one uploaded file: a document is one, a ledger one per row. Throws InputError for what it is not. */
export async function readUpload(bytes: Uint8Array, name: string): Promise<Received[]> {
  const extension = extname(name).toLowerCase();
  if (sniff(bytes) === 'zip') assertSafeZip(bytes, name, MAX_UNPACKED);
  if (DOCUMENT_TYPES.has(extension)) {
    const text = await readDocument(bytes, extension, name);
    return [shorten(describeDocument(text, name), name)];
  }
  if (!LEDGER_TYPES.has(extension))
    throw new InputError(name, '不支持的文件类型', '请给出 .docx .doc .pdf .txt 或 .xlsx .xls .csv .jsonl');
  return readRows(openLedger(bytes, extension, name), name);
}

function openLedger(bytes: Uint8Array, extension: string, name: string): Grid[] {
  if (extension === '.csv') return readCsv(bytes, name);
  if (extension === '.jsonl') return readJsonl(bytes, name);
  return readWorkbook(bytes, name);
}

function readRows(grids: readonly Grid[], name: string): Received[] {
  const names = readColumnNames();
  const records = grids.flatMap((grid) => readRecords(grid, names)?.records ?? []);
  if (records.length === 0)
    throw new InputError(name, '没有找到标题列，或表里没有提案', '请把标题所在的列命名为“案由”或“标题”');
  if (records.length > MAX_PROPOSALS)
    throw new InputError(
      name,
      `有 ${records.length} 行，超过一次 ${MAX_PROPOSALS} 件`,
      '请分几次放入，或用 jianyan run 整批分析',
    );
  return records.flatMap((record) => {
    const identity = identify(record, {});
    const proposal = readProposal(record, readCells(record, [], identity.year), identity);
    return proposal ? [shorten(proposal, name)] : [];
  });
}

function shorten({ title, text, body, number, proposer }: Received, name: string): Received {
  if ((text ?? '').length > MAX_TEXT)
    throw new InputError(name, `正文超过 ${MAX_TEXT} 字，不像一件提案`, '请核实文件，或按件拆分');
  return { title: title.slice(0, 1000), text, body, number, proposer };
}
