import type { Handling, Ingested, Proposal } from '../rows.ts';
import type { ProfileOf } from './choose-profile.ts';
import { dueOn } from './deadline.ts';
import type { DeadlineKind, Profile } from './profile.ts';

/** The days by which one handling was due. ISO days; null where the ledger lacks the start or the profile the rule. */
export interface DeadlineRow {
  proposal_id: string;
  /** Which handling of the proposal, from 1, in the order of raw.handlings. */
  handling: number;
  /** Answer, or a co-handler's opinion: as the ledger says, else by the profile from the day of assignment. */
  due_on: string | null;
  /** The same for a complex matter; equals due_on where the ledger states a day. */
  complex_due_on: string | null;
  /** Until when it could be returned (退办). */
  return_due_on: string | null;
  /** Until when the proposer is to answer (反馈), from the day of reply. */
  feedback_due_on: string | null;
  /** Until when it is to be handled again, from the day of the first rating when that was 不满意. */
  rehandle_due_on: string | null;
}

/** A row for each handling, in their order. */
export function deadlines(rows: Ingested, profileOf: ProfileOf): DeadlineRow[] {
  const proposals = new Map(rows.proposals.map((p) => [p.proposal_id, p]));
  const refused = firstRefusals(rows);
  const counts = new Map<string, number>();
  return rows.handlings.map((handling) => {
    const { proposal_id } = handling;
    const number = (counts.get(proposal_id) ?? 0) + 1;
    counts.set(proposal_id, number);
    const profile = profileOf(...bodyAndYear(proposals.get(proposal_id)));
    const after = (kind: DeadlineKind, start: string | null) => due(profile, kind, start);
    const own = handling.due_on ?? dueByRole(profile, handling);
    const complex = handling.role === 'co' ? null : after('complex', handling.assigned_on);
    return {
      proposal_id,
      handling: number,
      due_on: own,
      complex_due_on: handling.due_on ?? complex ?? own,
      return_due_on: after('return', handling.assigned_on),
      feedback_due_on: handling.role === 'co' ? null : after('feedback', handling.replied_on),
      rehandle_due_on: after('rehandle', refused.get(caseKey(handling)) ?? null),
    };
  });
}

function bodyAndYear(proposal: Proposal | undefined): [Proposal['body'], number | null] {
  return [proposal?.body ?? null, proposal?.year ?? null];
}

function dueByRole(profile: Profile, { role, assigned_on }: Handling): string | null {
  if (role !== 'co' && profile.deadlines[role] === undefined) return due(profile, 'lead', assigned_on);
  return due(profile, role, assigned_on);
}

function due(profile: Profile, kind: DeadlineKind, start: string | null): string | null {
  const deadline = profile.deadlines[kind];
  return deadline === undefined || start === null ? null : dueOn(deadline, start);
}

function caseKey(row: { proposal_id: string; department: string | null }): string {
  return JSON.stringify([row.proposal_id, row.department]);
}

/** The day of each first rating that was 不满意 with the result. */
function firstRefusals({ feedback }: Ingested): Map<string, string> {
  const first = new Map<string, Ingested['feedback'][number]>();
  for (const row of feedback) {
    const known = first.get(caseKey(row));
    if (!known || row.round < known.round) first.set(caseKey(row), row);
  }
  return new Map(
    [...first].flatMap(([key, { result, returned_on }]) =>
      result === 'dissatisfied' && returned_on !== null ? [[key, returned_on] as const] : [],
    ),
  );
}
