import type { Reject } from '../rows.ts';
import { cleanText } from '../text/normalize.ts';
import type { Field } from './columns.ts';
import { parseDate } from './dates.ts';
import { cellText } from './header.ts';
import type { LedgerRecord } from './records.ts';
import { choose, yesNo } from './words.ts';

/** Typed reading of one record's cells. A cell that cannot be read becomes null and a reject. */
export interface CellReader {
  text(field: Field): string | null;
  date(field: Field): string | null;
  yesNo(field: Field): boolean | null;
  choice<T>(field: Field, choice: readonly (readonly [RegExp, T])[]): T | null;
  /** Reports the field's cell as unreadable. */
  reject(field: Field, reason: string): null;
}

/** `year` completes dates that have none (3月5日). */
export function readCells(record: LedgerRecord, rejects: Reject[], year: number | null): CellReader {
  const text = (field: Field) => cleanText(cellText(record.cells[field])) || null;
  const reject = (field: Field, reason: string): null => {
    const { file, sheet, row } = record;
    const column = record.headers[field] ?? null;
    rejects.push({
      file,
      sheet,
      row,
      column,
      value: (text(field) ?? '').slice(0, 200),
      reason,
      scope: 'cell',
    });
    return null;
  };
  return {
    text,
    reject,
    date: (field) => {
      const cell = record.cells[field];
      if (text(field) === null || isNone(text(field) ?? '')) return null;
      return parseDate(cell, year) ?? reject(field, dateReason(text(field) ?? '', year));
    },
    yesNo: (field) => {
      const value = text(field);
      return value === null ? null : (yesNo(value) ?? reject(field, '看不出是“是”还是“否”'));
    },
    choice: (field, words) => {
      const value = text(field);
      return value === null ? null : (choose(value, words) ?? reject(field, '不在认识的说法之内'));
    },
  };
}

/** 无, 未答复, — in a date column mean that there is no date. */
export function isNone(text: string): boolean {
  return /^(?:无|暂无|没有|未.{0,4}|尚未.{0,4}|待.{0,4}|[-—/\\]+)$/.test(text.trim());
}

function dateReason(text: string, year: number | null): string {
  if (/^\d{1,2}月\d{1,2}日?$/.test(text) && year === null) return '日期没有年份，本行也看不出年度';
  return '不是可以识别的日期';
}
