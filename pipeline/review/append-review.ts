import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { explainSystemError } from '../errors.ts';
import { BOM, csvLine } from '../text/csv.ts';
import { guard } from './cells.ts';
import { ACCEPTED, COLUMNS, CORRECTED, FIELDS, fieldOf, type Review } from './columns.ts';
import { withLock } from './lock.ts';
import { parseCsv, readReviews } from './read-reviews.ts';

/** The first line of a new reviews.csv; a BOM, so that Excel shows Chinese. */
export const REVIEWS_HEADER = BOM + csvLine(FIELDS.map((field) => COLUMNS[field]));

/**
 * Adds a decision to reviews.csv: one write of one whole line, on the disk when the promise is kept. Processes and
 * tabs wait for one another, so none is lost. Throws InputError when the file cannot be written: Excel has it open.
 */
export async function appendReview(file: string, review: Review): Promise<void> {
  await withLock(file, () => {
    const { headers } = prepare(file);
    append(file, csvLine(headers.map(fieldOf).map((field) => (field === null ? '' : guard(review[field])))));
  });
}

/**
 * Puts reviews.csv in order at the start of a session: a last line that a kill or a power cut left half-written is
 * moved to a file of its own beside it. Returns that file's name, null when all was well.
 */
export function repairReviews(file: string): Promise<string | null> {
  return withLock(file, () => prepare(file).torn);
}

/** Under the lock: makes the file one that a line can be added to; its headers, and where a torn line went. */
function prepare(file: string): { headers: string[]; torn: string | null } {
  if (!existsSync(file)) append(file, REVIEWS_HEADER);
  const { headers, isUtf8, ended } = readEnds(file);
  const torn = ended ? null : mendTail(file);
  const complete = FIELDS.every((field) => headers.includes(COLUMNS[field]));
  const ready = isUtf8 && complete && headers.at(-1) === COLUMNS.decision && !headers.includes('说明');
  return { headers: ready ? headers : rewrite(file), torn };
}

/** The first line and the last byte: the decisions of years between them are not read for each new one. */
function readEnds(file: string): { headers: string[]; isUtf8: boolean; ended: boolean } {
  const fd = openFile(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const head = Buffer.alloc(Math.min(size, 65_536));
    const last = Buffer.alloc(1);
    readSync(fd, head, 0, head.length, 0);
    readSync(fd, last, 0, 1, Math.max(0, size - 1));
    const text = head.toString('utf8');
    const line = text.slice(0, text.indexOf('\n') + 1).replace(BOM, '');
    return {
      headers: parseCsv(line, file)[0] ?? [],
      isUtf8: text.startsWith(BOM),
      ended: size === 0 || last[0] === 0x0a,
    };
  } finally {
    closeSync(fd);
  }
}

/** Ends a last line that is whole; moves one that is not aside and returns where it went. */
function mendTail(file: string): string | null {
  const { headers, tail } = readReviews(file);
  if (isWhole(new TextDecoder().decode(tail), headers, file)) {
    append(file, '\r\n');
    return null;
  }
  const torn = file.replace(/(\.csv)?$/, '-没写完的行.csv');
  append(torn, Buffer.concat([Buffer.from(existsSync(torn) ? '' : BOM), tail, Buffer.from('\r\n')]));
  const bytes = readFileSync(file);
  replace(file, bytes.subarray(0, bytes.length - tail.length));
  return torn;
}

/** A line that was edited by hand may lack its line end and be whole all the same. */
function isWhole(tail: string, headers: readonly string[], file: string): boolean {
  try {
    const [row = []] = parseCsv(tail, file);
    const last = row.at(-1)?.trim() ?? '';
    const marked = headers.at(-1) !== COLUMNS.decision || last === ACCEPTED || last === CORRECTED;
    return row.length === headers.length && marked;
  } catch {
    return false;
  }
}

/** The same records under the present columns, in UTF-8; columns that somebody added stay, before the last one. */
function rewrite(file: string): string[] {
  const { headers, cells } = readReviews(file);
  const own = headers.filter((h) => fieldOf(h) === null);
  const known = FIELDS.map((field) => COLUMNS[field]);
  const next = [...known.slice(0, -1), ...own, COLUMNS.decision];
  const places = next.map((name) => {
    const field = fieldOf(name);
    return headers.findIndex((h) => (field === null ? h === name : fieldOf(h) === field));
  });
  const lines = cells.map((row) => csvLine(places.map((at) => row[at] ?? '')));
  replace(file, Buffer.from(BOM + csvLine(next) + lines.join('')));
  return next;
}

/** The new content appears whole or not at all. */
function replace(file: string, bytes: Uint8Array): void {
  const draft = `${file}.new`;
  const fd = openFile(draft, 'w');
  try {
    writeSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  try {
    renameSync(draft, file);
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

function openFile(file: string, flags: 'r' | 'w'): number {
  try {
    return openSync(file, flags);
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

function append(file: string, text: string | Uint8Array): void {
  try {
    appendFileSync(file, text, { flush: true });
  } catch (error) {
    throw explainSystemError(error, file);
  }
}
