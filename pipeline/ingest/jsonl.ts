import { InputError } from '../errors.ts';
import { decodeText } from './decode.ts';
import type { Cell, Grid } from './sheets.ts';

/**
 * A .jsonl file as one grid: the first row holds the keys in the order of their first appearance, row n+1 of the
 * grid is line n of the file. Lists are joined by 、 and nested objects kept as JSON text. `bytes` may be a part of the
 * file that begins with line `firstLine`.
 */
export function readJsonl(bytes: Uint8Array, file: string, firstLine = 1): Grid[] {
  const keys = new Map<string, number>();
  const rows: Cell[][] = [[]];
  for (const [index, line] of decodeText(bytes, file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const row: Cell[] = [];
    if (line.trim() !== '') {
      for (const [key, value] of Object.entries(parseLine(line, `${file} 第 ${index + firstLine} 行`))) {
        if (!keys.has(key)) keys.set(key, keys.size);
        row[keys.get(key) ?? 0] = toCell(value);
      }
    }
    rows.push(Array.from(row, (cell) => cell ?? null));
  }
  rows[0] = [...keys.keys()];
  return [{ file, sheet: null, firstRow: firstLine - 1, rows }];
}

function parseLine(line: string, place: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // reported below with the same words
  }
  throw new InputError(
    place,
    '不是一个 JSON 对象',
    '每行应为 {"id": …, "title": …, "text": …} 这样的一条记录',
  );
}

function toCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value.join('、') || null;
  return JSON.stringify(value);
}
