import {
  Table as ArrowTable,
  Bool,
  DateDay,
  Dictionary,
  Float64,
  Int32,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import type { Table, TableColumn } from './read-table.ts';

/** A table as an Arrow IPC stream. Texts that repeat are dictionary-encoded; dates are Arrow date32. */
export function toArrow(table: Table): Uint8Array {
  const vectors = Object.fromEntries(
    table.columns.map((column): [string, Vector] => [column.name, toVector(column)]),
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
  const distinct = new Set(values).size;
  if (distinct * 2 > values.length) return vectorFromArray(values, new Utf8());
  return vectorFromArray(values, new Dictionary(new Utf8(), new Int32()));
}
