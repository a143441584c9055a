import { describe, expect, it } from 'vitest';
import { keepLedger } from '../../pipeline/answers/keep-ledger.ts';
import type { Commitment } from '../../pipeline/rows.ts';

const row = (item: string, due_on: string | null, rest: Partial<Commitment> = {}): Commitment => ({
  proposal_id: 'a',
  department: '水利局',
  item,
  due_on,
  fulfilled_on: null,
  source: 'answer',
  ...rest,
});

describe('keepLedger', () => {
  const ledger = [row('建成东圩堤防', '2025-06-30', { source: 'ledger' })];

  it('leaves out what the ledger has: the same day, or nearly the same words', () => {
    expect(keepLedger(ledger, [row('力争完成', '2025-06-30')])).toEqual([]);
    expect(keepLedger(ledger, [row('将建成东圩堤防工程', '2025-09-30')])).toEqual([]);
  });

  it('keeps what is new, and what another proposal promises', () => {
    const other = [row('增设路灯', '2025-09-30'), row('建成东圩堤防', '2025-06-30', { proposal_id: 'b' })];
    expect(keepLedger(ledger, other)).toEqual(other);
  });
});
