import { createReadStream, readFileSync } from 'node:fs';
import { explainSystemError, InputError } from '../errors.ts';
import { readCells } from '../ingest/cells.ts';
import { type ColumnNames, readColumnNames } from '../ingest/columns.ts';
import { describeDocument } from '../ingest/describe.ts';
import { findInputs, type InputFile } from '../ingest/discover.ts';
import { readDocument } from '../ingest/documents.ts';
import { cellText, likelyHeader } from '../ingest/header.ts';
import { identify, sessionKey } from '../ingest/identify.ts';
import { readJsonl } from '../ingest/jsonl.ts';
import { readProposal } from '../ingest/proposal.ts';
import { type LedgerRecord, readRecords } from '../ingest/records.ts';
import { type Grid, readCsv, readWorkbook } from '../ingest/sheets.ts';
import type { NewProposal } from '../tag.ts';
import { isArrow, readArrow } from './read-arrow.ts';
import { readLines } from './read-lines.ts';

/** A proposal and the file that it stands in. */
export interface Sourced {
  proposal: NewProposal;
  /** As users know it; the standard input is 标准输入. */
  file: string;
}

const STDIN = '标准输入';

/**
 * The proposals of files, folders and `-` (standard input, JSON lines or an Arrow stream), in the order of the
 * arguments, files of a folder by name, rows as they stand. What cannot be read goes to `notice` (place: cause; remedy)
 * and the rest goes on.
 */
export async function* readProposals(
  paths: readonly string[],
  columns: Parameters<typeof readColumnNames>[0],
  notice: (message: string) => void,
): AsyncGenerator<Sourced> {
  const names = readColumnNames(columns);
  for (const path of paths) {
    try {
      if (path === '-') yield* readStream(process.stdin, names, notice);
      else
        for (const file of findInputs(path)) {
          try {
            for await (const proposal of readFile(file, names, notice)) yield { proposal, file: file.name };
          } catch (error) {
            notice(messageOf(error, file.name));
          }
        }
    } catch (error) {
      notice(messageOf(error, path));
    }
  }
}

/** Anything but a mistake of the input is a bug and is thrown on. */
function messageOf(error: unknown, place: string): string {
  const explained = explainSystemError(error, place);
  if (explained instanceof InputError) return explained.message;
  throw explained;
}

async function* readFile(
  file: InputFile,
  names: ColumnNames,
  notice: (message: string) => void,
): AsyncGenerator<NewProposal> {
  if (file.extension === '.jsonl')
    yield* readJsonLines(createReadStream(file.path), file.name, names, notice);
  else if (file.kind === 'ledger') {
    const bytes = readFileSync(file.path);
    const read = file.extension === '.csv' ? readCsv : readWorkbook;
    yield* readGrids(read(bytes, file.name), file.name, names, notice);
  } else if (file.kind === 'document') {
    const text = await readDocument(readFileSync(file.path), file.extension, file.name);
    const proposal = describeDocument(text, file.name);
    yield { id: file.name, title: proposal.title, text: proposal.text };
  } else {
    throw new InputError(
      file.name,
      `不支持的文件类型 ${file.extension || '（无扩展名）'}`,
      '请给出 .xlsx .xls .csv .jsonl .docx .doc .pdf .txt',
    );
  }
}

async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  names: ColumnNames,
  notice: (message: string) => void,
): AsyncGenerator<Sourced> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  const proposals = isArrow(first.value)
    ? readArrow(whole, STDIN)
    : readJsonLines(whole, STDIN, names, notice);
  for await (const proposal of proposals) yield { proposal, file: STDIN };
}

/** A line that is no JSON object is noticed and left out; the others are read. */
async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  file: string,
  names: ColumnNames,
  notice: (message: string) => void,
): AsyncGenerator<NewProposal> {
  for await (const { bytes, firstLine } of readLines(stream)) {
    try {
      yield* readObjects(readJsonl(bytes, file, firstLine)[0], file, names);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield* readEachLine(bytes, firstLine, file, names, notice);
    }
  }
}

function* readEachLine(
  bytes: Uint8Array,
  firstLine: number,
  file: string,
  names: ColumnNames,
  notice: (message: string) => void,
): Generator<NewProposal> {
  let from = 0;
  for (let line = firstLine; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      const one = bytes.subarray(from, to);
      if (one.some((byte) => byte > 32)) yield* readObjects(readJsonl(one, file, line)[0], file, names);
    } catch (error) {
      notice(messageOf(error, file));
    }
    from = to;
  }
}

function* readGrids(
  grids: readonly Grid[],
  file: string,
  names: ColumnNames,
  notice: (message: string) => void,
): Generator<NewProposal> {
  const read = grids.map((grid) => readRecords(grid, names));
  if (read.every((found) => found === null)) throw noTitle(file, grids);
  const left = read.flatMap((found) => found?.rejects ?? []);
  for (const found of read)
    for (const record of found?.records ?? []) {
      const proposal = toProposal(record);
      if (proposal) yield proposal;
    }
  if (left.length === 0) return;
  const shown = left
    .slice(0, 3)
    .map((r) => `${r.sheet === null ? '' : `［${r.sheet}］`}第 ${r.row} 行${r.reason}`);
  notice(
    `${file}：有 ${left.length} 行没有读入（${shown.join('；')}${left.length > 3 ? '……' : ''}）；如是提案请补上标题`,
  );
}

/** Every line is answered, in order: one without title and text too, which a person must look at. */
function* readObjects(grid: Grid | undefined, file: string, names: ColumnNames): Generator<NewProposal> {
  const found = grid && readRecords(grid, names);
  if (!grid || !found) throw noTitle(file, grid ? [grid] : []);
  const byLine = new Map(found.records.map((record) => [record.row, record]));
  const id = grid.rows[0]?.indexOf('id') ?? -1;
  for (const [index, cells] of grid.rows.entries()) {
    const line = grid.firstRow + index;
    if (index === 0 || cells.length === 0) continue;
    const record = byLine.get(line);
    const proposal = record && toProposal(record);
    yield proposal ?? { id: cellText(cells[id]) || `第${line}行`, title: '', text: null };
  }
}

function toProposal(record: LedgerRecord): NewProposal | null {
  const identity = identify(record, {});
  const proposal = readProposal(record, readCells(record, [], identity.year), identity);
  if (!proposal) return null;
  const { body, number, session, title, text } = proposal;
  const time = proposal.year ?? (session === null ? null : sessionKey(session));
  const readable = number === null ? `第${record.row}行` : [body, time, number].filter(Boolean).join('-');
  return { id: identity.id ?? readable, title, text };
}

function noTitle(file: string, grids: readonly Grid[]): InputError {
  const seen = grids.flatMap(likelyHeader).slice(0, 12).join('、');
  return new InputError(
    file,
    seen === '' ? '没有内容' : `没有找到标题列（看到的列名：${seen}）`,
    '请把标题所在的列命名为“案由”或“标题”（jsonl 用 title）',
  );
}
