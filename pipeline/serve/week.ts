/** The ISO week of a local day, as 2026-W48 (ISO 8601: the week of the year's first Thursday is week 1). */
export function weekOf(date: Date): string {
  const thursday = mondayOf(date);
  thursday.setDate(thursday.getDate() + 3);
  const first = new Date(thursday.getFullYear(), 0, 1);
  const week = 1 + Math.floor(Math.round((thursday.getTime() - first.getTime()) / 86_400_000) / 7);
  return `${thursday.getFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** Monday and Sunday of an ISO week, as ISO days; null when there is no such week. */
export function daysOf(week: string): { from: string; to: string } | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  const monday = mondayOf(new Date(Number(year), 0, 4));
  monday.setDate(monday.getDate() + 7 * (Number(number) - 1));
  if (Number.isNaN(monday.getTime()) || weekOf(monday) !== week) return null;
  const sunday = new Date(monday);
  sunday.setDate(sunday.getDate() + 6);
  return { from: localDay(monday), to: localDay(sunday) };
}

/** A local day as 2026-11-25. */
export function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Local time as 2026-11-25 09:30:00. */
export function localTime(date: Date): string {
  return `${localDay(date)} ${date.toTimeString().slice(0, 8)}`;
}

function mondayOf(date: Date): Date {
  const monday = new Date(date.getFullYear(), date.getMonth(), date.getDate());
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return monday;
}
