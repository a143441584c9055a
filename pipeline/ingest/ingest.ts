import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Workspace } from '../config.ts';
import { explainSystemError, InputError } from '../errors.ts';
import { readTerms, type Terms } from '../lint/terms.ts';
import { type ProfileOf, profileChooser } from '../outcome/choose-profile.ts';
import type { Progress } from '../progress.ts';
import { type Departments, readDepartments } from '../route/departments.ts';
import type { Ingested, Proposal, Reject } from '../rows.ts';
import { assemble, type Case, type Readers, toRows } from './assemble.ts';
import { assignIds } from './assign-ids.ts';
import { type Balance, checkBalance } from './balance.ts';
import { type ColumnNames, readColumnNames } from './columns.ts';
import { describeDocument } from './describe.ts';
import { findInputs, type InputFile } from './discover.ts';
import { readDocument } from './documents.ts';
import { likelyHeader } from './header.ts';
import { readJsonl } from './jsonl.ts';
import { matchDocuments } from './match.ts';
import { isHandlingReport } from './recognize-report.ts';
import { type LedgerRecord, readRecords } from './records.ts';
import { type Grid, readCsv, readWorkbook } from './sheets.ts';

export interface IngestResult {
  rows: Ingested;
  /** Documents that are handling reports and no proposals. */
  reports: { file: string; text: string }[];
  balance: Balance;
  /** Columns nobody knows, as `file［sheet］：a、b`. */
  unknownColumns: string[];
  inputs: { name: string; bytes: number; sha256: string }[];
  /** The departments that names were matched with. */
  departments: Departments;
  /** Which profile read the codes of a body and year. */
  profileOf: ProfileOf;
  /** Which fields a ledger has a column for, so that an empty cell is told from a fact that nobody recorded. */
  ledgerFields: { source_file: string; field: string }[];
}

/**
 * Reads every file of the workspace into rows. A ledger that cannot be opened, or has no title column, stops the run
 * (all such files are reported at once); a document that cannot be read is a reject.
 */
export async function ingest(workspace: Workspace, progress: Progress): Promise<IngestResult> {
  const files = findInputs(workspace.input);
  const names = readColumnNames(workspace.config.columns ?? {});
  const state: Reading = {
    records: [],
    documents: [],
    reports: [],
    terms: readTerms(workspace.folder),
    rejects: [],
    unknownColumns: [],
    inputs: [],
    errors: [],
    documentFiles: 0,
  };
  const stage = progress.stage('读取文件', files.length);
  for (const file of files) {
    await readFile(file, names, state);
    stage.advance();
  }
  stage.end(`${files.length} 个文件`);
  if (state.errors.length > 0) throw allErrors(state.errors);
  const rowRejects = state.rejects.filter((r) => r.scope === 'row').length;
  const profileOf = profileChooser(workspace.config, workspace.folder);
  const departments = readDepartments(workspace.folder);
  const readers = readersOf(workspace, profileOf, departments);
  const { cases, opened, joined } = assemble(state.records, readers, state.rejects);
  const { matched, rest } = matchDocuments(state.documents, cases);
  const all = [...cases, ...rest.map(caseOfDocument)];
  assignIds(all);
  const count = (scope: Reject['scope']) => state.rejects.filter((r) => r.scope === scope).length;
  const balance: Balance = {
    files: files.length,
    files_rejected: count('file'),
    rows: state.records.length + rowRejects,
    rows_opened: opened,
    rows_joined: joined,
    rows_rejected: count('row'),
    documents: state.documentFiles,
    documents_matched: matched,
    documents_alone: rest.length,
    documents_reports: state.reports.length,
    documents_rejected: state.documentFiles - state.documents.length - state.reports.length,
    cells_rejected: count('cell'),
    proposals: all.length,
  };
  checkBalance(balance);
  const { unknownColumns, inputs, reports } = state;
  const rows = toRows(all, state.rejects);
  const ledgerFields = fieldsOf(state.records);
  return { rows, reports, balance, unknownColumns, inputs, departments, profileOf, ledgerFields };
}

interface Reading {
  records: LedgerRecord[];
  documents: Proposal[];
  reports: IngestResult['reports'];
  /** The words of handling reports, by which one is known. */
  terms: Terms;
  documentFiles: number;
  rejects: Reject[];
  unknownColumns: string[];
  inputs: IngestResult['inputs'];
  errors: InputError[];
}

async function readFile(file: InputFile, names: ColumnNames, state: Reading): Promise<void> {
  try {
    const bytes = readFileSync(file.path);
    state.inputs.push({
      name: file.name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    if (file.kind === 'ledger') readLedger(file, bytes, names, state);
    else if (file.kind === 'document') await readText(file, bytes, state);
    else state.rejects.push(fileReject(file.name, `不支持的文件类型 ${file.extension || '（无扩展名）'}`));
  } catch (raw) {
    const error = explainSystemError(raw, file.name);
    if (!(error instanceof InputError)) throw error;
    state.errors.push(error);
  }
}

function readLedger(file: InputFile, bytes: Uint8Array, names: ColumnNames, state: Reading): void {
  const grids = openLedger(file, bytes);
  const unread: Grid[] = [];
  for (const grid of grids) {
    const found = readRecords(grid, names);
    if (!found) unread.push(grid);
    else {
      state.records = state.records.concat(found.records);
      state.rejects = state.rejects.concat(found.rejects);
      const place = grid.sheet === null ? file.name : `${file.name}［${grid.sheet}］`;
      if (found.unknown.length > 0) state.unknownColumns.push(`${place}：${found.unknown.join('、')}`);
    }
  }
  if (unread.length === grids.length) throw noHeader(file.name, grids);
  for (const grid of unread) {
    const reason = '没有找到含有标题列的表头，整张表未读入';
    state.rejects.push({
      file: file.name,
      sheet: grid.sheet,
      row: 0,
      column: null,
      value: null,
      reason,
      scope: 'sheet',
    });
  }
}

export function openLedger(file: InputFile, bytes: Uint8Array): Grid[] {
  if (file.extension === '.csv') return readCsv(bytes, file.name);
  if (file.extension === '.jsonl') return readJsonl(bytes, file.name);
  return readWorkbook(bytes, file.name);
}

async function readText(file: InputFile, bytes: Uint8Array, state: Reading): Promise<void> {
  state.documentFiles += 1;
  try {
    const text = await readDocument(bytes, file.extension, file.name);
    if (isHandlingReport(file.name, text, state.terms)) state.reports.push({ file: file.name, text });
    else state.documents.push(describeDocument(text, file.name));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    state.rejects.push(fileReject(file.name, error.message.slice(file.name.length + 1)));
  }
}

function fileReject(file: string, reason: string): Reject {
  return { file, sheet: null, row: 0, column: null, value: null, reason, scope: 'file' };
}

function noHeader(name: string, grids: Grid[]): InputError {
  const seen = grids.flatMap(likelyHeader).slice(0, 12).join('、');
  const what = seen === '' ? '表格是空的' : `没有找到标题列（看到的列名：${seen}）`;
  return new InputError(
    name,
    what,
    '请把标题所在的列命名为“案由”或“标题”，或在 jianyan.yaml 的 columns 里写明 title 对应的列名',
  );
}

function allErrors(errors: InputError[]): InputError {
  const [first] = errors;
  if (errors.length === 1 && first) return first;
  const list = errors.map((e) => `\n  ${e.message}`).join('');
  return new InputError(
    '输入文件',
    `有 ${errors.length} 个文件无法读取${list}\n`,
    '请逐一处理后重试，本次没有写出任何结果',
  );
}

/** A document that belongs to no ledger row is a proposal of its own. */
function caseOfDocument(proposal: Proposal): Case {
  const nothing = { handlings: [], handling_events: [], feedback: [], commitments: [], extras: [] };
  return { proposal, ...nothing, file: proposal.source_file, sheet: null };
}

function readersOf({ config }: Workspace, profileOf: ProfileOf, departments: Departments): Readers {
  return {
    profileOf,
    factsOf: (file) => config.files?.find((rule) => file.includes(rule.match)) ?? {},
    departments,
  };
}

function fieldsOf(records: readonly LedgerRecord[]): IngestResult['ledgerFields'] {
  const fields = new Map<string, Set<string>>();
  for (const { file, headers } of records)
    fields.set(file, new Set([...(fields.get(file) ?? []), ...Object.keys(headers)]));
  return [...fields].flatMap(([source_file, own]) => [...own].map((field) => ({ source_file, field })));
}
