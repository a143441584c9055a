import { describe, expect, it } from 'vitest';
import { findDue } from '../../pipeline/answers/find-due.ts';

const SEASONS = [['汛期前', '05-31']] as const;
const REPLIED = '2024-08-15';
const day = (text: string, replied: string | null = REPLIED) => findDue(text, replied, SEASONS)[0]?.day;

describe('findDue', () => {
  it.each([
    ['2025年6月30日前', '2025-06-30'],
    ['二〇二五年九月底前', '2025-09-30'],
    ['2026年2月底', '2026-02-28'],
    ['2025年底前', '2025-12-31'],
    ['2025年年底', '2025-12-31'],
    ['今年11月中旬', '2024-11-20'],
    ['明年九月', '2025-09-30'],
    ['12月上旬前', '2024-12-10'],
    ['年底前', '2024-12-31'],
    ['年内', '2024-12-31'],
    ['明年上半年', '2025-06-30'],
    ['2025年第三季度', '2025-09-30'],
    ['今年四季度', '2024-12-31'],
    ['明年汛期前', '2025-05-31'],
    ['汛期前', '2025-05-31'],
    ['十四五期间', '2025-12-31'],
    ['“十五五”期间', '2030-12-31'],
    ['到2027年', '2027-12-31'],
    ['三个月内', '2024-11-15'],
    ['两年时间', '2026-08-15'],
    ['30天内', '2024-09-14'],
    ['下月底前', '2024-09-30'],
    ['本季度末', '2024-09-30'],
  ])('%s → %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it('knows no day where it hangs on a reply date that is not known', () => {
    expect(day('明年6月底前', null)).toBeNull();
    expect(day('三个月内', null)).toBeNull();
    expect(day('2025年6月底前', null)).toBe('2025-06-30');
  });

  it('takes the last day of a month that is shorter than the day said', () => {
    expect(day('2025年2月30日前')).toBe('2025-02-28');
    expect(findDue('三个月内', '2024-11-30', []).at(0)?.day).toBe('2025-02-28');
  });

  it('finds none in what is no time of the year', () => {
    expect(findDue('毕业两年内的青年、第13月、3月龄', REPLIED, []).filter((d) => d.isLimit)).toEqual([]);
  });
});
