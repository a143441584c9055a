import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { explainSystemError, InputError } from '../errors.ts';
import { decodeText } from '../ingest/decode.ts';
import { unguardFormula } from '../text/csv.ts';
import { type Column, FIELDS, fieldOf, type Review } from './columns.ts';

/** reviews.csv as it stands. */
export interface ReviewFile {
  /** Headers as written; empty when there is no file or nothing in it. */
  headers: string[];
  /** All records below the header, cell by cell, as written. */
  cells: string[][];
  /** The decisions, in the order of the file; records without proposal and title are none. */
  reviews: Review[];
  /** What stands after the last line end: half a line, perhaps half a character, or a line edited by hand. */
  tail: Uint8Array;
}

/**
 * Reads reviews.csv (UTF-8 or, saved by a Chinese Excel, GB18030; also with the headers of earlier versions). A last
 * line without its line end is not among the records. Throws InputError when it is no such file.
 */
export function readReviews(file: string): ReviewFile {
  const bytes = existsSync(file) ? readBytes(file) : Buffer.alloc(0);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const text = decodeText(bytes.subarray(0, end), file).replace(/^\uFEFF/, '');
  const [headers = [], ...cells] = parseCsv(text, file);
  if (headers.length > 0 && !headers.some((h) => fieldOf(h) === 'proposal_id')) {
    throw new InputError(file, '没有“案件标识”这一列', '请恢复原来的表头，或把文件移走后重新开始');
  }
  const fields = headers.map(fieldOf);
  const reviews = cells.map((row) => toReview(row, fields));
  return {
    headers,
    cells,
    tail: bytes.subarray(end),
    reviews: reviews.filter((r) => r.proposal_id !== '' || r.title !== ''),
  };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

export function parseCsv(text: string, file: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch {
    throw new InputError(
      file,
      '引号没有成对，无法按 CSV 读出',
      '请用 Excel 打开核对，另存为“CSV UTF-8”后重试',
    );
  }
}

function toReview(row: readonly string[], fields: readonly (Column | null)[]): Review {
  const cellOf = (field: Column) => unguardFormula(row[fields.indexOf(field)] ?? '').trim();
  return makeReview(cellOf);
}

/** A review whose cells `cellOf` gives. */
export function makeReview(cellOf: (field: Column) => string): Review {
  const entries = FIELDS.map((field): [Column, string] => [field, cellOf(field)]);
  const review: Partial<Review> = Object.fromEntries(entries);
  return { ...EMPTY, ...review };
}

const EMPTY: Review = {
  decided_at: '',
  reviewer: '',
  proposal_id: '',
  title: '',
  text: '',
  machine_topic: '',
  machine_topic_score: '',
  machine_lead: '',
  machine_lead_score: '',
  machine_co: '',
  machine_review: '',
  topic: '',
  subtopic: '',
  lead: '',
  co: '',
  note: '',
  decision: '',
};
