const DIGITS = '〇一二三四五六七八九';

/**
 * A date of a ledger cell as an ISO day, or null when it is none.
 *
 * Reads Excel serials (numbers and digits, 1982–2064), Date objects, 2024-03-05, 2024.3.5, 2024/3/5, 20240305,
 * 2024年3月5日, 二〇二四年三月五日, full-width digits, a time of day behind any of them; 3月5日 and 3.5 take
 * `year`. A month without a day, a two-digit year and a day that does not exist are not dates.
 */
export function parseDate(cell: unknown, year: number | null = null): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell !== 'string') return null;
  const text = chineseDigits(
    cell.normalize('NFKC').replace(/\s+(?=[年月日.\-/])|(?<=[年月日.\-/])\s+/g, ''),
  ).trim();
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  const full =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})(?:日|号)?(?:[T\s,].*|星期.|\(.*\))?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return isoDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})(?:月(\d{1,2})(?:日|号)?|[./](\d{1,2}))$/.exec(text);
  if (short && year !== null) return isoDay(year, Number(short[1]), Number(short[2] ?? short[3]));
  return null;
}

/** Days since 1899-12-30, as Excel counts them on Windows. */
function fromSerial(serial: number): string | null {
  const day = Math.floor(serial);
  if (day < 30000 || day > 60000) return null;
  return new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1949 && year <= 2100;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** 二〇二四年三月十五日 → 2024年3月15日; anything else is returned as it is. */
function chineseDigits(text: string): string {
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/^[〇一二三四五六七八九]{4}(?=年)/, (y) => [...y].map((d) => DIGITS.indexOf(d)).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (n) => String(chineseNumber(n)));
}

function chineseNumber(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) : 0;
  return ten * 10 + (units ? DIGITS.indexOf(units) : 0);
}
