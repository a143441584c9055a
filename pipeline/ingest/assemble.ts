import type { ProfileOf } from '../outcome/choose-profile.ts';
import type { DepartmentNames } from '../route/departments.ts';
import type { Extra, Ingested, Proposal, Reject } from '../rows.ts';
import { titleKey } from '../text/normalize.ts';
import { readCells } from './cells.ts';
import { type HandlingRows, readHandling } from './handling.ts';
import { type FileFacts, type Identity, identify, rejectUnreadableIdentity, sessionKey } from './identify.ts';
import { readProposal } from './proposal.ts';
import type { LedgerRecord } from './records.ts';

/** One proposal with everything the ledgers say of it. */
export interface Case extends HandlingRows {
  proposal: Proposal;
  extras: Extra[];
  /** Title rows and names that it was found under, for matching documents. */
  file: string;
  sheet: string | null;
}

export interface Readers {
  profileOf: ProfileOf;
  factsOf(file: string): FileFacts;
  departments: DepartmentNames;
}

/** How many rows became proposals, how many joined one that was there already. */
export interface Assembled {
  cases: Case[];
  opened: number;
  joined: number;
}

/**
 * Rows → proposals. Rows with the same body, year or session, number and title are one proposal: one row per
 * department, or several ledgers about the same year. A row without number and title continues the one above it.
 */
export function assemble(records: LedgerRecord[], readers: Readers, rejects: Reject[]): Assembled {
  const byKey = new Map<string, Case[]>();
  const result: Assembled = { cases: [], opened: 0, joined: 0 };
  let above: Case | undefined;
  for (const record of records) {
    const isContinuation =
      !record.cells.number && !record.cells.title && !record.cells.id && !record.cells.text;
    const identity = identify(record, readers.factsOf(record.file));
    const before =
      isContinuation && above?.file === record.file && above.sheet === record.sheet ? above : undefined;
    const found = readCase(record, identity, before, readers, rejects);
    if (!found) continue;
    const key = caseKey(found.proposal);
    const same = before ?? byKey.get(key)?.find((other) => canJoin(other, found));
    if (same) {
      join(same, found, record);
      result.joined += 1;
    } else {
      byKey.set(key, [...(byKey.get(key) ?? []), found]);
      result.cases.push(found);
      result.opened += 1;
    }
    above = same ?? found;
  }
  return result;
}

function readCase(
  record: LedgerRecord,
  identity: Identity,
  before: Case | undefined,
  readers: Readers,
  rejects: Reject[],
): Case | null {
  const year = before?.proposal.year ?? identity.year;
  const reader = readCells(record, rejects, year);
  rejectUnreadableIdentity(reader, identity);
  const proposal = before?.proposal ?? readProposal(record, reader, identity);
  if (!proposal) {
    const { file, sheet, row } = record;
    rejects.push({
      file,
      sheet,
      row,
      column: null,
      value: null,
      reason: '没有标题，也没有正文',
      scope: 'row',
    });
    return null;
  }
  const rows = readHandling(
    record,
    reader,
    readers.profileOf(proposal.body, proposal.year),
    readers.departments,
  );
  // Who joined is no field of a proposal: kept as written, so that a shared output knows whom to hide.
  const joined = reader.text('co_proposers');
  const column = record.headers.co_proposers ?? 'co_proposers';
  const own = joined === null ? record.extras : [...record.extras, [column, joined] as const];
  const extras = own.map(([name, value]) => extra(record, name, value));
  return { proposal, ...rows, extras, file: record.file, sheet: record.sheet };
}

function extra(record: LedgerRecord, column: string, value: string): Extra {
  return {
    proposal_id: '',
    source_file: record.file,
    sheet: record.sheet,
    source_row: record.row,
    column,
    value,
  };
}

function caseKey(p: Proposal): string {
  const time = p.year ?? (p.session === null ? '' : sessionKey(p.session));
  const category = p.number === null || p.year !== null ? '' : (p.category ?? '');
  return [p.proposal_id, p.body, p.level, time, category, p.number, titleKey(p.title)].join('|');
}

/** Within one sheet a repeated department is a repeated row, which stays a proposal of its own and is reported. */
function canJoin(other: Case, found: Case): boolean {
  if (other.file !== found.file || other.sheet !== found.sheet) return true;
  const known = new Set(other.handlings.map((h) => h.department));
  return found.handlings.length > 0 && found.handlings.every((h) => !known.has(h.department));
}

function join(target: Case, found: Case, record: LedgerRecord): void {
  if (target.proposal !== found.proposal) fillMissing(target, target.proposal, found.proposal, record);
  for (const handling of found.handlings) {
    const known = target.handlings.find((h) => h.department === handling.department);
    if (known) fillMissing(target, known, handling, record);
    else target.handlings.push(handling);
  }
  target.handling_events.push(...found.handling_events);
  target.commitments.push(...found.commitments);
  for (const feedback of found.feedback) {
    const known = target.feedback.find(
      (f) => f.department === feedback.department && f.round === feedback.round,
    );
    if (known) fillMissing(target, known, feedback, record);
    else target.feedback.push(feedback);
  }
  target.extras.push(...found.extras);
}

/** Fields that say where a row came from, not what it says. */
const PROVENANCE = new Set(['proposal_id', 'source_file', 'source_row', 'department_raw', 'role', 'title']);

/** Fills what is null; a value that contradicts is kept as an extra, so that nothing is lost. */
function fillMissing<T extends object>(target: Case, known: T, found: T, record: LedgerRecord): void {
  for (const key of Object.keys(found) as (keyof T & string)[]) {
    if (PROVENANCE.has(key) || found[key] === null || found[key] === known[key]) continue;
    if (known[key] === null) known[key] = found[key];
    else target.extras.push(extra(record, `另一处的 ${key}`, String(found[key])));
  }
}

/** The rows of all cases, in source order, each child with its proposal's id. */
export function toRows(cases: Case[], rejects: Reject[]): Ingested {
  const own = <T extends { proposal_id: string }>(pick: (c: Case) => T[]): T[] =>
    cases.flatMap((c) => pick(c).map((row) => ({ ...row, proposal_id: c.proposal.proposal_id })));
  return {
    proposals: cases.map((c) => c.proposal),
    handlings: own((c) => c.handlings),
    handling_events: own((c) => c.handling_events),
    feedback: own((c) => c.feedback),
    commitments: own((c) => c.commitments),
    extras: own((c) => c.extras),
    rejects,
  };
}
