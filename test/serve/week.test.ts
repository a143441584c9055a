import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, localDay, localTime, weekOf } from '../../pipeline/serve/week.ts';

describe('weekOf', () => {
  it('counts weeks from the one with the first Thursday', () => {
    expect(weekOf(new Date(2026, 10, 25))).toBe('2026-W48');
    expect(weekOf(new Date(2024, 11, 30))).toBe('2025-W01');
    expect(weekOf(new Date(2027, 0, 3))).toBe('2026-W53');
  });

  it('puts each day between the Monday and Sunday of its week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = new Date(1990, 0, 1 + days, 12);
        const found = daysOf(weekOf(date));
        expect(found && found.from <= localDay(date) && localDay(date) <= found.to).toBe(true);
      }),
    );
  });
});

describe('daysOf', () => {
  it('knows no week that there is not', () => {
    expect(daysOf('2026-W48')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    for (const week of ['2026-W54', '2025-W53', '2026-48', '', '2026-W00']) expect(daysOf(week)).toBe(null);
  });
});

describe('localTime', () => {
  it('writes local time as Excel reads it', () => {
    expect(localTime(new Date(2026, 0, 5, 9, 3, 7))).toBe('2026-01-05 09:03:07');
  });
});
