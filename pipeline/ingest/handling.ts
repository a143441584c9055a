import { canonicalOutcome, canonicalRating, type Profile } from '../outcome/profile.ts';
import type { DepartmentNames } from '../route/departments.ts';
import { normalizeDepartment } from '../route/normalize-department.ts';
import { splitDepartments } from '../route/split-departments.ts';
import type { Commitment, Feedback, Handling, HandlingEvent, Role } from '../rows.ts';
import { type CellReader, isNone } from './cells.ts';
import { parseDate } from './dates.ts';
import type { LedgerRecord } from './records.ts';
import { choose, FILED, ROLES, splitCell, yesNo } from './words.ts';

/** The rows of one ledger row besides the proposal itself; proposal_id is set once the proposal has one. */
export interface HandlingRows {
  handlings: Handling[];
  handling_events: HandlingEvent[];
  feedback: Feedback[];
  commitments: Commitment[];
}

interface Party {
  name: string | null;
  raw: string | null;
  role: Role;
}

/**
 * Who handled it, when, with what result. Dates, outcome and reply belong to the lead (all joint leads), never to
 * co-handlers, unless the row is a co-handler's own (one row per department).
 */
export function readHandling(
  record: LedgerRecord,
  reader: CellReader,
  profile: Profile,
  names: DepartmentNames,
): HandlingRows {
  const parties = readParties(record, reader, names);
  const own = parties.filter((p) => p.role !== 'co');
  const carriers = new Set(own.length > 0 ? own : parties.slice(0, 1));
  const facts = readFacts(record, reader, profile);
  const handlings = parties.map((party) => ({
    proposal_id: '',
    department: party.name,
    department_raw: party.raw,
    role: party.role,
    ...(carriers.has(party) ? facts : { ...NO_FACTS, assigned_on: facts.assigned_on }),
  }));
  const first = [...carriers][0]?.name ?? null;
  return {
    handlings,
    handling_events: readEvents(reader, profile, names, first),
    feedback: readFeedback(reader, profile, first),
    commitments: readCommitments(reader, first),
  };
}

type Facts = Omit<Handling, 'proposal_id' | 'department' | 'department_raw' | 'role'>;

const NO_FACTS: Facts = {
  assigned_on: null,
  due_on: null,
  replied_on: null,
  met_on: null,
  met: null,
  outcome_raw: null,
  outcome: null,
  reply_text: null,
};

function readFacts(record: LedgerRecord, reader: CellReader, profile: Profile): Facts {
  const outcome_raw = reader.text('outcome');
  return {
    assigned_on: reader.date('assigned_on'),
    due_on: reader.date('due_on'),
    replied_on: reader.date('replied_on'),
    ...readMeeting(record, reader),
    outcome_raw,
    outcome: outcome_raw === null ? null : canonicalOutcome(outcome_raw, profile),
    reply_text: reader.text('reply_text'),
  };
}

/**
 * 面商时间 holds a date, 是否面商 a yes or no; ledgers mix both in one column. Where the ledger has the column, an empty
 * cell means that no meeting is recorded; where it has none, nothing is known.
 */
function readMeeting(
  record: LedgerRecord,
  reader: CellReader,
): { met_on: string | null; met: boolean | null } {
  const word = reader.text('met_on');
  if (word === null) return { met_on: null, met: record.headers.met_on === undefined ? null : false };
  const said = parseDate(record.cells.met_on ?? null) === null ? yesNo(word) : null;
  if (said !== null || isNone(word)) return { met_on: null, met: said ?? false };
  const met_on = reader.date('met_on');
  return { met_on, met: met_on === null ? null : true };
}

function readParties(record: LedgerRecord, reader: CellReader, names: DepartmentNames): Party[] {
  const stated = choose(reader.text('role') ?? '', ROLES);
  const listed = (field: 'lead' | 'co' | 'department') =>
    splitCell(reader.text(field) ?? '').flatMap(({ name, role }) =>
      splitDepartments(name, names).map((one) => ({ name: one, role })),
    );
  const leads = listed('lead');
  const leadRole: Role = stated && stated !== 'co' ? stated : leads.length > 1 ? 'joint' : 'lead';
  const named = [
    ...leads.map((d) => ({ ...d, role: d.role ?? leadRole })),
    ...listed('department').map((d) => ({ ...d, role: d.role ?? stated ?? 'lead' })),
    ...listed('co').map((d) => ({ ...d, role: 'co' as const })),
  ];
  const parties = named.map((d) => ({ name: normalizeDepartment(d.name, names), raw: d.name, role: d.role }));
  if (parties.length > 0) return parties;
  return isHandled(record, reader) ? [{ name: null, raw: null, role: 'lead' }] : [];
}

/** A ledger about handling counts a row without department as handled by an unnamed one, unless it was not filed. */
function isHandled(record: LedgerRecord, reader: CellReader): boolean {
  const filed = choose(reader.text('filed') ?? '', FILED);
  if (filed === '不立案' || filed === '转意见建议') return false;
  const fields = ['assigned_on', 'replied_on', 'outcome', 'reply_text', 'result'] as const;
  return fields.some((field) => record.headers[field] !== undefined);
}

function readEvents(
  reader: CellReader,
  profile: Profile,
  names: DepartmentNames,
  department: string | null,
): HandlingEvent[] {
  const events: HandlingEvent[] = [];
  const from = reader.text('returned_from');
  const returned = reader.date('returned_on');
  if (from !== null || returned !== null) {
    const unit = from === null ? null : normalizeDepartment(from, names);
    events.push({
      proposal_id: '',
      department: unit,
      kind: 'returned',
      happened_on: returned,
      detail: null,
      outcome: null,
    });
  }
  const later = reader.text('later_outcome');
  const changed = reader.date('later_outcome_on');
  if (later !== null && !isNone(later))
    events.push({
      proposal_id: '',
      department,
      kind: 'grade_changed',
      happened_on: changed,
      detail: later,
      outcome: canonicalOutcome(later, profile),
    });
  return events;
}

function readFeedback(reader: CellReader, profile: Profile, department: string | null): Feedback[] {
  const rounds = [
    { attitude: 'attitude', result: 'result', on: 'feedback_on' },
    { attitude: 'attitude_2', result: 'result_2', on: 'feedback_2_on' },
  ] as const;
  return rounds.flatMap(({ attitude, result, on }, index) => {
    const [attitude_raw, result_raw] = [reader.text(attitude), reader.text(result)].map((w) =>
      w !== null && isNone(w) ? null : w,
    );
    const returned_on = reader.date(on);
    if (!attitude_raw && !result_raw) return [];
    return {
      proposal_id: '',
      department,
      round: index + 1,
      attitude_raw: attitude_raw ?? null,
      attitude: attitude_raw ? canonicalRating(attitude_raw, profile) : null,
      result_raw: result_raw ?? null,
      result: result_raw ? canonicalRating(result_raw, profile) : null,
      returned_on,
    };
  });
}

function readCommitments(reader: CellReader, department: string | null): Commitment[] {
  const item = reader.text('promise');
  const [due_on, fulfilled_on] = [reader.date('promise_due_on'), reader.date('promise_fulfilled_on')];
  return item === null ? [] : [{ proposal_id: '', department, item, due_on, fulfilled_on, source: 'ledger' }];
}
