import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../pipeline/ingest/dates.ts';

describe('parseDate', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二〇二四年十月二十日', '2024-10-20'],
    ['2019-04-24T16:03:40', '2019-04-24'],
    ['2024-03-05 08:30', '2024-03-05'],
    [45356, '2024-03-05'],
    ['45356', '2024-03-05'],
    [45356.75, '2024-03-05'],
    [new Date('2024-03-05T00:00:00Z'), '2024-03-05'],
  ])('reads %s as %s', (cell, day) => {
    expect(parseDate(cell)).toBe(day);
  });

  it('takes the year of the row where the cell has none', () => {
    expect(parseDate('3月5日', 2023)).toBe('2023-03-05');
    expect(parseDate('三月五日', 2023)).toBe('2023-03-05');
    expect(parseDate('3月5日')).toBeNull();
  });

  it.each(['2024-02-30', '2024年13月1日', '97年6月10日', '2024年3月', '待定', '', 12, 1e9, null, true])(
    'does not take %s for a date',
    (cell) => {
      expect(parseDate(cell)).toBeNull();
    },
  );

  it('reads every day of a century in every written form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number);
        for (const text of [
          iso,
          `${y}.${m}.${d}`,
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          iso.replaceAll('-', ''),
        ]) {
          expect(parseDate(text)).toBe(iso);
        }
      }),
    );
  });
});
