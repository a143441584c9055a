import {
  Table as ArrowTable,
  Bool,
  DateDay,
  Dictionary,
  Float64,
  Int8,
  Int16,
  Int32,
  makeData,
  makeVector,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import type { Table, TableColumn, Value } from './read-table.ts';

/**
 * A table as an Arrow IPC stream. Texts that repeat are dictionary-encoded; dates are Arrow date32. `smallest`: whole
 * numbers and codes in as many bytes as they need, for the page, which counts in thousands of zeros and ones.
 */
export function toArrow(table: Table, size: 'usual' | 'smallest' = 'usual'): Uint8Array {
  const convert = size === 'usual' ? toVector : toSmallVector;
  const vectors = Object.fromEntries(
    table.columns.map((column): [string, Vector] => [column.name, convert(column)]),
  );
  return tableToIPC(new ArrowTable(vectors), 'stream');
}

function toVector({ type, values }: TableColumn): Vector {
  if (type === 'integer') return vectorFromArray(values, new Int32());
  if (type === 'number') return vectorFromArray(values, new Float64());
  if (type === 'boolean') return vectorFromArray(values, new Bool());
  if (type === 'date') {
    return vectorFromArray(
      values.map((v) => (v === null ? null : new Date(`${v}T00:00:00Z`))),
      new DateDay(),
    );
  }
  if (isMostlyDistinct(values)) return vectorFromArray(values, new Utf8());
  return vectorFromArray(values, new Dictionary(new Utf8(), new Int32()));
}

function toSmallVector(column: TableColumn): Vector {
  const { type, values } = column;
  if (type === 'integer' && !values.includes(null)) return makeVector(smallest(values.map(Number)));
  if (type === 'text' && !isMostlyDistinct(values)) return toDictionary(values);
  return toVector(column);
}

function isMostlyDistinct(values: readonly Value[]): boolean {
  return new Set(values).size * 2 > values.length;
}

function smallest(numbers: readonly number[]): Int8Array | Int16Array | Int32Array {
  let [low, high] = [0, 0];
  for (const n of numbers) {
    if (n < low) low = n;
    if (n > high) high = n;
  }
  if (low >= -128 && high < 128) return Int8Array.from(numbers);
  if (low >= -32_768 && high < 32_768) return Int16Array.from(numbers);
  return Int32Array.from(numbers);
}

function toDictionary(values: readonly Value[]): Vector {
  const words = [...new Set(values)].filter((value) => value !== null).map(String);
  const codes = new Map(words.map((word, code) => [word, code]));
  const dictionary = vectorFromArray(words, new Utf8());
  const nulls = values.filter((value) => value === null).length;
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, i) => {
    if (value !== null) bitmap[i >> 3] = (bitmap[i >> 3] ?? 0) | (1 << (i & 7));
  });
  const indices = smallest(values.map((value) => codes.get(String(value)) ?? 0));
  const type =
    indices instanceof Int8Array ? new Int8() : indices instanceof Int16Array ? new Int16() : new Int32();
  return new Vector([
    makeData({
      type: new Dictionary(new Utf8(), type),
      length: values.length,
      nullCount: nulls,
      nullBitmap: nulls > 0 ? bitmap : null,
      data: indices,
      dictionary,
    }),
  ]);
}
