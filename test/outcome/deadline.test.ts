import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineSchema, dueOn } from '../../pipeline/outcome/deadline.ts';

const due = (text: string, start: string) => dueOn(deadlineSchema.parse(text), start);

describe('dueOn', () => {
  it('adds calendar months, ending on the last day of a shorter month', () => {
    expect(due('3个月', '2024-03-01')).toBe('2024-06-01');
    expect(due('3个月', '2023-11-30')).toBe('2024-02-29');
    expect(due('6个月', '2024-08-31')).toBe('2025-02-28');
    expect(due('1 个月', '2023-12-31')).toBe('2024-01-31');
  });

  it('adds days and working days, not counting the first', () => {
    expect(due('10天', '2024-02-25')).toBe('2024-03-06');
    expect(due('10日', '2024-02-25')).toBe('2024-03-06');
    expect(due('7个工作日', '2024-03-06')).toBe('2024-03-15');
    expect(due('30工作日', '2024-03-06')).toBe('2024-04-18');
  });

  it('takes the first fixed day on or after the start', () => {
    expect(due('8月31日', '2024-03-06')).toBe('2024-08-31');
    expect(due('8月31日', '2024-08-31')).toBe('2024-08-31');
    expect(due('6月30日', '2024-11-02')).toBe('2025-06-30');
  });

  it('never lies before the start, and a later start is never due earlier', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10));
    const text = fc.constantFrom('3个月', '45天', '10个工作日', '8月31日');
    fc.assert(
      fc.property(text, day, day, (rule, a, b) => {
        const [first = '', second = ''] = [a, b].sort();
        expect(due(rule, first) >= first).toBe(true);
        expect(due(rule, second) >= due(rule, first)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('deadlineSchema', () => {
  it.each(['三个月', '3', '0天', '2月30日', '13月1日', '3 months', ''])('refuses %s', (text) => {
    const result = deadlineSchema.safeParse(text);
    expect(result.error?.issues[0]?.message).toContain('7个工作日');
  });
});
