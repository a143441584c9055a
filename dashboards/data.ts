import { type Table, tableFromIPC } from 'apache-arrow';
import { gunzipSync } from 'fflate';
import type { Evaluation } from '../pipeline/classify/evaluate.ts';
import { type Cube, metricsOf } from '../pipeline/outcome/rate.ts';

/** The tables embedded in the page, decoded when first asked for. */
const tables = new Map<string, Table>();

/** A mart as an Arrow table; throws when the page was written without it. */
export function table(name: string): Table {
  const known = tables.get(name);
  if (known) return known;
  const text = document.getElementById(`table-${name}`)?.textContent;
  if (!text) throw new Error(`看板缺少数据表 ${name}`);
  const decoded = tableFromIPC(gunzipSync(Uint8Array.from(atob(text), (c) => c.charCodeAt(0))));
  tables.set(name, decoded);
  return decoded;
}

/** A value as charts and lists take it: dates as ISO days. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** The rows of a mart as plain objects; for small marts. */
export function rows(name: string): Row[] {
  const source = table(name);
  const columns = source.schema.fields.map((f) => f.name);
  return Array.from({ length: source.numRows }, (_, i) => rowAt(source, columns, i));
}

/** One row of a table. */
export function rowAt(source: Table, columns: string[], index: number): Row {
  return Object.fromEntries(columns.map((name) => [name, toValue(source.getChild(name)?.get(index), name)]));
}

function toValue(value: unknown, name: string): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return /_on$/.test(name) ? new Date(value).toISOString().slice(0, 10) : value;
  return null;
}

let decodedCube: Cube | undefined;

/** What every rate of the page is computed from. */
export function cube(): Cube {
  decodedCube ??= { rows: rows('cube'), metrics: metricsOf(rows('metrics')) };
  return decodedCube;
}

export interface Facts {
  name: string;
  notice: string | null;
  as_of: string | null;
  version: string;
}

export function facts(): Facts {
  const parsed: Facts = JSON.parse(document.getElementById('facts')?.textContent ?? '{}');
  return parsed;
}

/** The evaluation that the page was written for, null in a dashboard. */
export function embeddedEvaluation(): Evaluation | null {
  const text = document.getElementById('evaluation')?.textContent;
  if (!text) return null;
  const parsed: Evaluation = JSON.parse(text);
  return parsed;
}
