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
  const described = await connection.runAndReadAll(
    `select column_name, column_type from (describe mart.${model.name})`,
  );
  const fields = described
    .getRows()
    .map(([name, type]) => ({ name: String(name), type: typeOf(String(type), model.name) }));
  const select = fields.map((f) => (f.type === 'date' ? `"${f.name}"::varchar` : `"${f.name}"`)).join(', ');
  const reader = await connection.runAndReadAll(`select ${select} from mart.${model.name}`);
  const values = reader.getColumnsJS();
  const columns = fields.map(({ name, type }, i) => ({
    name,
    label: (model.columns.get(name) ?? name).split('；')[0] ?? name,
    type,
    values: (values[i] ?? []).map(toValue),
  }));
  return { name: model.name, title: model.title, rows: columns[0]?.values.length ?? 0, columns };
}

function typeOf(type: string, model: string): ColumnType {
  const known = TYPES[type];
  if (!known) throw new Error(`marts/${model}.sql: cast ${type} to one of ${Object.keys(TYPES).join(', ')}`);
  return known;
}

function toValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  throw new Error(`unexpected value ${typeof value}`);
}
