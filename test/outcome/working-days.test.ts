import { afterEach, describe, expect, it } from 'vitest';
import { addWorkingDays, calendarUntil, isWorkingDay } from '../../pipeline/outcome/working-days.ts';

/**
 * 国务院办公厅关于…年部分节假日安排的通知: the periods that are free, and the weekend days that are worked. 2020 as changed
 * by 国办发明电〔2020〕1号 (春节 until February 2), 2019 with 国办发明电〔2019〕3号 (劳动节).
 */
const NOTICES: Record<number, { notice: string; free: [string, string][]; worked: string[] }> = {
  2019: {
    notice: '国办发明电〔2018〕15号',
    free: [
      ['01-01', '01-01'],
      ['02-04', '02-10'],
      ['04-05', '04-07'],
      ['05-01', '05-04'],
      ['06-07', '06-09'],
      ['09-13', '09-15'],
      ['10-01', '10-07'],
    ],
    worked: ['02-02', '02-03', '04-28', '05-05', '09-29', '10-12'],
  },
  2020: {
    notice: '国办发明电〔2019〕16号',
    free: [
      ['01-01', '01-01'],
      ['01-24', '02-02'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-25', '06-27'],
      ['10-01', '10-08'],
    ],
    worked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  2021: {
    notice: '国办发明电〔2020〕27号',
    free: [
      ['01-01', '01-03'],
      ['02-11', '02-17'],
      ['04-03', '04-05'],
      ['05-01', '05-05'],
      ['06-12', '06-14'],
      ['09-19', '09-21'],
      ['10-01', '10-07'],
    ],
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  2022: {
    notice: '国办发明电〔2021〕11号',
    free: [
      ['01-01', '01-03'],
      ['01-31', '02-06'],
      ['04-03', '04-05'],
      ['04-30', '05-04'],
      ['06-03', '06-05'],
      ['09-10', '09-12'],
      ['10-01', '10-07'],
    ],
    worked: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  2023: {
    notice: '国办发明电〔2022〕16号',
    free: [
      ['01-01', '01-02'],
      ['01-21', '01-27'],
      ['04-05', '04-05'],
      ['04-29', '05-03'],
      ['06-22', '06-24'],
      ['09-29', '10-06'],
    ],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    notice: '国办发明电〔2023〕7号',
    free: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-08', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    notice: '国办发明电〔2024〕12号',
    free: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
};

function daysOf(year: number): string[] {
  const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
  return Array.from({ length }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10));
}

describe('isWorkingDay', () => {
  it.each(Object.entries(NOTICES))('agrees with the notice for every day of %s', (year, { free, worked }) => {
    for (const day of daysOf(Number(year))) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const monthDay = day.slice(5);
      const off = free.some(([from, to]) => monthDay >= from && monthDay <= to);
      expect([day, isWorkingDay(day)]).toEqual([day, worked.includes(monthDay) || (!off && !weekend)]);
    }
  });

  describe('in another time zone', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Auckland'])('%s gives the same days', (name) => {
      process.env.TZ = name;
      expect(['2024-02-03', '2024-02-04', '2024-02-09', '2024-02-12'].map(isWorkingDay)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    });
  });
});

describe('addWorkingDays', () => {
  it('does not count the first day, nor holidays, and counts make-up workdays', () => {
    // 2024: 5月1日至5日放假, 4月28日（周日）、5月11日（周六）上班.
    expect(addWorkingDays('2024-04-26', 1)).toBe('2024-04-28');
    expect(addWorkingDays('2024-04-30', 1)).toBe('2024-05-06');
    expect(addWorkingDays('2024-04-26', 9)).toBe('2024-05-11');
    expect(addWorkingDays('2024-04-26', 10)).toBe('2024-05-13');
    // 2023: 9月29日至10月6日放假, 10月7日（周六）、8日（周日）上班.
    expect(addWorkingDays('2023-09-28', 3)).toBe('2023-10-09');
  });
});

describe('calendarUntil', () => {
  it('is the last year whose holidays are known', () => {
    const year = calendarUntil();
    expect(year).toBeGreaterThanOrEqual(2025);
    expect(isWorkingDay(`${year}-10-01`)).toBe(false);
    expect(
      daysOf(year + 1)
        .slice(273, 276)
        .some(isWorkingDay),
    ).toBe(true);
  });
});
