import { DataType, type Table, tableFromIPC, type Vector } from 'apache-arrow';
import { bisectLeft } from 'd3-array';
import { gunzipSync } from 'fflate';
import type { Evaluation } from '../pipeline/classify/evaluate.ts';
import { type Cube, type Dimension, dimensionOf } from '../pipeline/outcome/cube.ts';
import { metricsOf } from '../pipeline/outcome/metrics-of.ts';

/** The tables embedded in the page, decoded when first asked for. */
const tables = new Map<string, Table>();

/** Whether the page carries a table: texts stay out of a large file, most tables out of a public one. */
export function has(name: string): boolean {
  return document.getElementById(`table-${name}`) !== null;
}

/** A table of dashboards/tables as Arrow; throws when the page was written without it. */
export function table(name: string): Table {
  const known = tables.get(name);
  if (known) return known;
  const text = document.getElementById(`table-${name}`)?.textContent;
  if (!text) throw new Error(`看板缺少数据表 ${name}`);
  const decoded = tableFromIPC(gunzipSync(toBytes(text)));
  tables.set(name, decoded);
  return decoded;
}

function toBytes(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** A value as charts and lists take it: dates as ISO days. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** The rows of a small table as plain objects. */
export function rows(name: string): Row[] {
  const source = table(name);
  const columns = source.schema.fields.map((f) => f.name);
  return Array.from({ length: source.numRows }, (_, i) => rowAt(source, columns, i));
}

/** The rows of one proposal, or some columns of them, in a table sorted by `proposal`; none where the page lacks it. */
export function rowsOf(name: string, proposal: number, only?: string[]): Row[] {
  if (!has(name)) return [];
  const source = table(name);
  const numbers: ArrayLike<number> = source.getChild('proposal')?.toArray() ?? [];
  const columns = only ?? source.schema.fields.map((f) => f.name);
  const first = bisectLeft(numbers, proposal);
  const count = bisectLeft(numbers, proposal + 1, first) - first;
  return Array.from({ length: count }, (_, i) => rowAt(source, columns, first + i));
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

/**
 * What every count and rate of the page is summed from: mart.entries, a row per proposal and answering department.
 * `proposal` is the row's number in the table proposals, `days_to_reply` is -1 where nobody knows.
 */
export function cube(): Cube {
  decodedCube ??= decodeCube(table('entries'));
  return decodedCube;
}

function decodeCube(source: Table): Cube {
  const dimensions = new Map<string, Dimension>();
  const measures = new Map<string, ArrayLike<number>>();
  for (const { name, type } of source.schema.fields) {
    const vector = source.getChild(name);
    if (!vector) continue;
    if (DataType.isInt(type) && name !== 'year') measures.set(name, vector.toArray());
    else dimensions.set(name, columnOf(vector));
  }
  const size = Uint32Array.from({ length: source.numRows }, (_, i) => i);
  return { metrics: metricsOf(rows('metrics')), dimensions, measures, rows: size };
}

/** A column as codes and the values they stand for. */
export function columnOf(vector: Vector): Dimension {
  return DataType.isDictionary(vector.type) ? fromDictionary(vector) : dimensionOf([...vector]);
}

/** The codes as they are embedded; null, which has none, gets the last. */
export function fromDictionary(vector: Vector): Dimension {
  const [chunk] = vector.data;
  const words: (string | null)[] = chunk?.dictionary ? [...chunk.dictionary] : [];
  const codes: ArrayLike<number> = chunk?.values ?? [];
  if (vector.nullCount === 0) return { codes, values: words };
  const withNull = Uint32Array.from(codes, (code, i) => (chunk?.getValid(i) ? code : words.length));
  return { codes: withNull, values: [...words, null] };
}

/** The evaluation that the page was written for, null in a dashboard. */
export function embeddedEvaluation(): Evaluation | null {
  const text = document.getElementById('evaluation')?.textContent;
  if (!text) return null;
  const parsed: Evaluation = JSON.parse(text);
  return parsed;
}

export function num(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
