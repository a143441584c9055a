import type { Body } from '../rows.ts';
import type { CellReader } from './cells.ts';
import { parseDate } from './dates.ts';
import { bodyOf, parseNumber, yearOf } from './numbers.ts';
import type { LedgerRecord } from './records.ts';
import { BODIES, choose, LEVELS } from './words.ts';

/** What a row is about, before its other cells are read. */
export interface Identity {
  id: string | null;
  number: string | null;
  body: Body | null;
  level: string | null;
  session: string | null;
  year: number | null;
}

/** Facts that jianyan.yaml states for a file. */
export interface FileFacts {
  body?: Body | null | undefined;
  level?: string | null | undefined;
  year?: number | null | undefined;
}

/**
 * Number, body, level, session and year of a row. The row's own columns win, then the number (政协〔2024〕12号), then
 * what jianyan.yaml says of the file, then sheet name, title rows and file name, then, for the year, the row's dates.
 */
export function identify(record: LedgerRecord, facts: FileFacts): Identity {
  const text = (field: keyof typeof record.cells) => String(record.cells[field] ?? '').trim() || null;
  const parsed = parseNumber(record.cells.number ?? null);
  const session = text('session');
  const title = text('title') ?? '';
  const context = record.context;
  const body =
    choose(text('body') ?? '', BODIES) ??
    parsed.body ??
    facts.body ??
    firstOf([...context].reverse(), bodyOf) ??
    bodyOf(/(提案|议案)$/.test(title.replace(/[。.\s]/g, '')) ? title : '');
  const year =
    yearOf(text('year') ?? '') ??
    parsed.year ??
    facts.year ??
    yearOf(session ?? '') ??
    firstOf([...context].reverse(), yearOf) ??
    yearOfDates(record);
  const level = choose(text('level') ?? '', LEVELS) ?? facts.level ?? levelOf(context.join(' '));
  const id = text('id');
  return { id, number: parsed.number ?? id, body, level, session, year };
}

function firstOf<T>(texts: string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

/** 市政协, 省十四届人大: the level stands right before the body. */
function levelOf(context: string): string | null {
  const match =
    /([省市县区])(?:[一二三四五六七八九十\d第]+届)?(?:政协|人大)|政协[\p{Script=Han}]{0,8}?([省市县区])/u.exec(
      context,
    );
  const word = match?.[1] ?? match?.[2];
  return word ? choose(word, LEVELS) : null;
}

function yearOfDates(record: LedgerRecord): number | null {
  for (const field of ['submitted_on', 'assigned_on', 'due_on', 'replied_on'] as const) {
    const day = parseDate(record.cells[field] ?? null);
    if (day) return Number(day.slice(0, 4));
  }
  return null;
}

/** Whether the identity's own cells could be read; messages name the cell. */
export function rejectUnreadableIdentity(reader: CellReader, identity: Identity): void {
  const year = reader.text('year');
  if (year !== null && yearOf(year) === null) reader.reject('year', '不是四位数的年份');
  const number = reader.text('number');
  if (number !== null && identity.number === null) reader.reject('number', '看不出编号');
  if (reader.text('body') !== null) reader.choice('body', BODIES);
}

/** 第16届 第5次 定期大会 → 16届5次定期大会, as part of a proposal_id. */
export function sessionKey(session: string): string {
  return session.normalize('NFKC').replace(/第|[^\p{L}\p{N}]/gu, '');
}
