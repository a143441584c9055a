import chineseDays from 'chinese-days';

/**
 * The working day that is `days` after `day`, holidays and make-up workdays of the State Council's yearly notices
 * counted; the day itself is not (民法典 201 条). `day` is an ISO day, `days` ≥ 1. Years after
 * calendarUntil have weekends only.
 */
export function addWorkingDays(day: string, days: number): string {
  let date = new Date(`${day}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    date = new Date(date.getTime() + 86_400_000);
    if (isWorkingDay(date.toISOString().slice(0, 10))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

/** The package reads a day written with hyphens as UTC and shifts it west of Greenwich; with slashes it does not. */
export function isWorkingDay(day: string): boolean {
  return chineseDays.isWorkday(day.replaceAll('-', '/'));
}

/** The last year whose notice is known: its first days of October, of which one is a weekday, are free. */
export function calendarUntil(): number {
  const isKnown = (year: number) => [1, 2, 3].every((day) => !isWorkingDay(`${year}-10-0${day}`));
  let year = 2019;
  while (isKnown(year + 1)) year += 1;
  return year;
}
