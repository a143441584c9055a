import type { DuckDBConnection } from '@duckdb/node-api';
import type { Model } from '../store/models.ts';

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';
export type Value = string | number | boolean | null;

export interface TableColumn {
  name: string;
  /** Chinese name, as staff see it. */
  label: string;
  type: ColumnType;
  values: Value[];
}

/** A mart in memory, column by column, in its own order; dates are ISO days. */
export interface Table {
  name: string;
  title: string;
  rows: number;
  columns: TableColumn[];
}

const TYPES: Record<string, ColumnType> = {
  VARCHAR: 'text',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
};

/** Reads mart.<model>. Throws on a column type that the outputs do not know: cast it in the model. */
export async function readTable(connection: DuckDBConnection, model: Model): Promise<Table> {
  const fields = await fieldsOf(connection, `from mart.${model.name}`);
  const strange = fields.find(({ type }) => !TYPES[type]);
  if (strange)
    throw new Error(
      `marts/${model.name}.sql: cast ${strange.type} to one of ${Object.keys(TYPES).join(', ')}`,
    );
  const columns = await readColumns(connection, `mart.${model.name}`, fields, model.columns);
  return { name: model.name, title: model.title, rows: columns[0]?.values.length ?? 0, columns };
}

/** The answer of a query as a table; its columns have no other names than in SQL. */
export async function readQuery(connection: DuckDBConnection, name: string, sql: string): Promise<Table> {
  const columns = await readColumns(connection, `(${sql}\n)`, await fieldsOf(connection, sql), new Map());
  return { name, title: name, rows: columns[0]?.values.length ?? 0, columns };
}

/** Columns of a query with DuckDB's names of their types. */
export async function fieldsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<{ name: string; type: string }[]> {
  const described = await connection.runAndReadAll(`describe ${sql}`);
  return described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/**
 * The columns of a table or subquery with DuckDB's names of their types. Other numbers than those of the marts become
 * doubles, everything else its text. `labels` are as in Model.columns.
 */
export async function readColumns(
  connection: DuckDBConnection,
  relation: string,
  fields: readonly { name: string; type: string }[],
  labels: ReadonlyMap<string, string>,
): Promise<TableColumn[]> {
  const typed = fields.map(({ name, type }) => ({ name, type: columnType(type), cast: castOf(type) }));
  // By position: a query may give two columns the same name.
  const names = typed.map((_, i) => `c${i}`).join(', ');
  const select = typed.map(({ cast }, i) => `c${i}${cast}`).join(', ');
  const reader = await connection.runAndReadAll(`select ${select} from ${relation} as t(${names})`);
  const values = reader.getColumnsJS();
  return typed.map(({ name, type }, i) => ({
    name,
    label: (labels.get(name) ?? name).split('；')[0] ?? name,
    type,
    values: (values[i] ?? []).map(toValue),
  }));
}

const OTHER_NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|UINTEGER|FLOAT|DECIMAL)/;

function columnType(type: string): ColumnType {
  return TYPES[type] ?? (OTHER_NUMBERS.test(type) ? 'number' : 'text');
}

function castOf(type: string): string {
  if (OTHER_NUMBERS.test(type)) return '::double';
  return TYPES[type] && type !== 'DATE' ? '' : '::varchar';
}

function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  throw new Error(`unexpected value ${typeof value}`);
}
