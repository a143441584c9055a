import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { normalizeHeader, readColumnNames } from '../ingest/columns.ts';
import { cellText, likelyHeader } from '../ingest/header.ts';
import { identify } from '../ingest/identify.ts';
import { readJsonl } from '../ingest/jsonl.ts';
import { type LedgerRecord, readRecords } from '../ingest/records.ts';
import { type Grid, readCsv, readWorkbook } from '../ingest/sheets.ts';
import type { Example } from './example.ts';

export interface Examples {
  examples: Example[];
  /** Rows without a label, and rows without title and text: not used. */
  unlabelled: number;
  empty: number;
}

/**
 * The labelled rows of a ledger (.xlsx .xls .et .csv .jsonl): title and text by the usual column names, labels from
 * the column called `label`, several in a cell parted by 、；; | or a line end. Throws InputError when the file cannot be
 * read or has no such column (it says which there are).
 */
export function readExamples(path: string, label: string): Examples {
  const file = basename(path);
  const found: Examples = { examples: [], unlabelled: 0, empty: 0 };
  const columns = new Set<string>();
  let hasLabel = false;
  for (const grid of openGrids(path, file)) {
    const read = readRecords(grid, readColumnNames());
    if (!read) {
      for (const name of likelyHeader(grid)) columns.add(name);
      continue;
    }
    for (const record of read.records) for (const name of Object.values(record.headers)) columns.add(name);
    for (const name of read.unknown) columns.add(name);
    hasLabel ||= [...columns].some((name) => isSame(name, label));
    for (const record of read.records) take(record, label, found);
  }
  if (!hasLabel) {
    const known = [...columns].join('、') || '没有读到列名';
    throw new InputError(file, `没有“${label}”这一列`, `请用 --label 写明标签所在的列；现有的列：${known}`);
  }
  return found;
}

function openGrids(path: string, file: string): Grid[] {
  try {
    const bytes = readFileSync(path);
    const extension = extname(path).toLowerCase();
    if (extension === '.jsonl') return readJsonl(bytes, file);
    if (extension === '.csv') return readCsv(bytes, file);
    if (['.xlsx', '.xls', '.et'].includes(extension)) return readWorkbook(bytes, file);
  } catch (error) {
    throw explainSystemError(error, path);
  }
  throw new InputError(file, '不是台账', '请给出 .xlsx、.xls、.csv 或 .jsonl 文件');
}

function take(record: LedgerRecord, label: string, found: Examples): void {
  const text = (field: keyof typeof record.cells) => cellText(record.cells[field]);
  const title = text('title');
  const body = [text('text'), text('problem'), text('analysis'), text('suggestion')]
    .filter(Boolean)
    .join('\n');
  const labels = [
    ...new Set(
      labelCell(record, label)
        .split(/[、；;|\n]/)
        .map((part) => part.trim()),
    ),
  ].filter(Boolean);
  if (labels.length === 0) found.unlabelled += 1;
  else if (title === '' && body === '') found.empty += 1;
  else {
    const { id, number, year } = identify(record, {});
    found.examples.push({ id: id ?? number ?? `第${record.row}行`, title, text: body, labels, year });
  }
}

function labelCell(record: LedgerRecord, label: string): string {
  for (const [field, name] of Object.entries(record.headers)) {
    if (isSame(name, label)) return cellText(record.cells[field as keyof typeof record.cells]);
  }
  return record.extras.find(([name]) => isSame(name, label))?.[1] ?? '';
}

function isSame(name: string, label: string): boolean {
  return name === label || normalizeHeader(name) === normalizeHeader(label);
}

/** Fewest examples that a label needs to be learned. */
const FEWEST = 2;

/** Throws InputError when nothing can be learned: no rows, one label only, or labels with a single example. */
export function assertLearnable({ examples }: Examples, file: string, label: string): void {
  const count = countLabels(examples);
  if (examples.length === 0) {
    throw new InputError(file, `“${label}”列没有一行既有标签又有标题或正文`, '请检查列名和内容');
  }
  if (count.size < 2) {
    throw new InputError(
      file,
      `“${label}”列只有一种标签（${[...count.keys()].join('')}）`,
      '至少要有两种才能区分',
    );
  }
  const rare = [...count].filter(([, times]) => times < FEWEST).map(([name]) => name);
  if (rare.length > 0) {
    const shown = rare.slice(0, 8).join('、') + (rare.length > 8 ? ` 等 ${rare.length} 种` : '');
    throw new InputError(
      file,
      `有标签只出现一次，学不出规律：${shown}`,
      '请补充样本或合并类别；或加 --skip-rare 略去这些标签的行',
    );
  }
}

/** The examples without labels that stand only once; what is left out is returned for the notice. */
export function skipRare(found: Examples): { kept: Examples; skipped: string[] } {
  const count = countLabels(found.examples);
  const skipped = [...count].filter(([, times]) => times < FEWEST).map(([name]) => name);
  const examples = found.examples
    .map((e) => ({ ...e, labels: e.labels.filter((name) => !skipped.includes(name)) }))
    .filter((e) => e.labels.length > 0);
  return { kept: { ...found, examples }, skipped };
}

export function countLabels(examples: readonly Example[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { labels } of examples) for (const name of labels) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}
