import { z } from 'zod';
import { addWorkingDays } from './working-days.ts';

/** 3个月 · 10天 · 7个工作日 · 6月30日 (a fixed day of the year). */
export type Deadline =
  | { unit: 'months' | 'days' | 'working_days'; count: number }
  | { unit: 'date'; month: number; day: number };

const DURATION = /^(\d{1,3})(?:个月|(?:个)?(工作日)|(天|日))$/;
const DATE = /^(\d{1,2})月(\d{1,2})日$/;

/** A deadline as staff write it in a profile. */
export const deadlineSchema = z.string().transform((text, context): Deadline => {
  const parsed = parseDeadline(text.normalize('NFKC').replace(/\s+/g, ''));
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: '应写成“3个月”“10天”“7个工作日”或“6月30日”' });
  return z.NEVER;
});

function parseDeadline(text: string): Deadline | null {
  const date = DATE.exec(text);
  if (date) {
    const [month, day] = [Number(date[1]), Number(date[2])];
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= lastDay(2023, month);
    return exists ? { unit: 'date', month, day } : null;
  }
  const duration = DURATION.exec(text);
  const count = Number(duration?.[1]);
  if (!duration || count === 0) return null;
  return { unit: duration[2] ? 'working_days' : duration[3] ? 'days' : 'months', count };
}

/**
 * The last day of a deadline that starts on `start` (ISO days): the first day is not counted; a month ends on the same
 * day of the month, or its last (2023-11-30 + 3个月 → 2024-02-29); a fixed day is the first such on or after the start.
 */
export function dueOn(deadline: Deadline, start: string): string {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  if (deadline.unit === 'working_days') return addWorkingDays(start, deadline.count);
  if (deadline.unit === 'days') return iso(year, month, day + deadline.count);
  if (deadline.unit === 'date') {
    const own = iso(year, deadline.month, deadline.day);
    return own >= start ? own : iso(year + 1, deadline.month, deadline.day);
  }
  const months = month - 1 + deadline.count;
  const [toYear, toMonth] = [year + Math.floor(months / 12), (months % 12) + 1];
  return iso(toYear, toMonth, Math.min(day, lastDay(toYear, toMonth)));
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
