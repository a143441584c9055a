import type { Commitment } from '../rows.ts';
import { pairs } from './match-suggestions.ts';

/** Two items that share so much of the shorter one are the same. */
const SAME = 0.5;

/** The promises read out of answers that the ledger does not have: the same proposal with the same day or nearly the same words. */
export function keepLedger(ledger: readonly Commitment[], read: readonly Commitment[]): Commitment[] {
  const entered = new Map<string, Commitment[]>();
  for (const c of ledger) entered.set(c.proposal_id, [...(entered.get(c.proposal_id) ?? []), c]);
  return read.filter((own) => !(entered.get(own.proposal_id) ?? []).some((c) => isSame(c, own)));
}

function isSame(a: Commitment, b: Commitment): boolean {
  if (a.due_on !== null && a.due_on === b.due_on) return true;
  const [one, other] = [pairs(a.item), pairs(b.item)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared >= SAME * Math.max(1, Math.min(one.size, other.size));
}
