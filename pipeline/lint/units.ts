import { readNumber } from './numbers.ts';

/** Units that a report counts in, longest first. */
const UNITS = ['个百分点', '件次', '人次', '件', '个', '份', '家', '条', '项', '位', '名'] as const;
export type Unit = (typeof UNITS)[number] | '%';

/** A number with its unit: 1,054件, 3000余条, 90%以上, 37个. */
export interface Quantity {
  value: number;
  unit: Unit;
  decimals: number;
  /** 余, 多, 以上, 以下, 近…: the value is a bound or an estimate; null when exact. */
  hedge: string | null;
  start: number;
  /** Where the unit ends; `end` is behind 以上. */
  unitEnd: number;
  end: number;
}

const BEFORE = /(?:接近|将近|大约|差不多|超过|不到|不足|近|约|超)$/;
const AFTER = /(?:以上|以下|左右|之上)/y;

/** The quantity that begins at `at` in a folded text, or null; `cell` is the unit that a table's head gives it. */
export function readQuantity(text: string, at: number, cell?: Unit): Quantity | null {
  const before = text[at - 1] ?? '';
  if (/[\d.第号]/.test(before)) return null;
  const number = readNumber(text, at);
  if (!number) return null;
  const more = /[余多几]/.test(text[number.end] ?? '') ? (text[number.end] ?? '') : '';
  const from = number.end + more.length + (/[万亿]/.test(text[number.end + 1] ?? '') && more ? 1 : 0);
  const unit = number.percent ? '%' : (UNITS.find((name) => text.startsWith(name, from)) ?? cell);
  if (!unit || isIdiom(text, at, number.end, unit)) return null;
  const end = number.percent || unit === cell ? number.end : from + unit.length;
  AFTER.lastIndex = end;
  const bound = AFTER.exec(text)?.[0] ?? '';
  const near = BEFORE.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '';
  return {
    value: number.value,
    unit,
    decimals: number.decimals,
    hedge: near + more + bound || null,
    start: at,
    unitEnd: end,
    end: end + bound.length,
  };
}

/** 一件不落, 无一件积压, 每一件, 两个百分百: no counts. */
function isIdiom(text: string, at: number, end: number, unit: Unit): boolean {
  const number = text.slice(at, end);
  if ((unit === '个' || unit === '家') && /^[一两二三四五]$/.test(number)) return true;
  if (unit === '条' || unit === '项') return /^[一二两三四五六七八九十]+$/.test(number);
  if (number !== '一') return false;
  if (/(?:没有?|无|未有)$/.test(text.slice(Math.max(0, at - 2), at))) return true;
  return !/[有仅共计各为案议办到了]/.test(text[at - 1] ?? '') || /[不没]/.test(text[at + 2] ?? '');
}
