import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeOf } from '../../pipeline/outcome/cube.ts';
import { allReplyDays, quantileOf, replyDays } from '../../pipeline/outcome/reply-days.ts';

describe('replyDays', () => {
  const row = fc.record({
    unit: fc.constantFrom('水利局', '教育局', null),
    is_first: fc.boolean(),
    timed: fc.constantFrom(0, 1),
    days_to_reply: fc.integer({ min: -1, max: 400 }),
  });

  it('lists the known days of each group, ascending, and none of what is not timed', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const found = replyDays(cubeOf(rows, []), 'unit');
        for (const unit of ['水利局', '教育局', null]) {
          const own = rows.filter((r) => r.unit === unit && r.timed === 1 && r.days_to_reply >= 0);
          const days = own.map((r) => r.days_to_reply).sort((a, b) => a - b);
          expect([...(found.get(unit) ?? [])]).toEqual(days);
        }
        const all = [...allReplyDays(cubeOf(rows, []))];
        expect(all).toEqual([...found.values()].flatMap((days) => [...days]).sort((a, b) => a - b));
      }),
    );
  });

  it('takes a quantile between two values by proportion, as quantile_cont of DuckDB does', () => {
    expect(quantileOf(Uint32Array.of(10, 20), 0.5)).toBe(15);
    expect(quantileOf(Uint32Array.of(1, 2, 3, 4, 10), 0.9)).toBe(7.6);
    expect(quantileOf(Uint32Array.of(7), 0.9)).toBe(7);
    expect(quantileOf(Uint32Array.of(), 0.5)).toBeNull();
  });
});
