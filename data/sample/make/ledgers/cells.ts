import { word } from '../codes.ts';
import type { Case } from '../plan.ts';

/** What a ledger says of a case, before it is put into a template's form. */
export const first = (c: Case) => c.feedback[0] ?? null;
export const second = (c: Case) => c.feedback[1] ?? null;
/** The only rating column of a ledger without rounds: the last word. */
export const final = (c: Case) => c.feedback.at(-1)?.result ?? null;
/** No outcome before there is an answer. */
export const outcome = (c: Case, write: (outcome: string) => string = word) =>
  c.replied_on === null ? null : write(c.outcome);
export const laterOutcome = (c: Case) => (c.later ? word(c.later.outcome) : null);
export const laterOn = (c: Case) => c.later?.on ?? null;
/** Promised items in one cell, with the first day. */
export const promised = (c: Case) => c.kept.map((k) => k.what).join('；') || null;
export const promisedBy = (c: Case) => c.kept[0]?.by ?? null;
export const fulfilledOn = (c: Case) => c.kept[0]?.fulfilled_on ?? null;
