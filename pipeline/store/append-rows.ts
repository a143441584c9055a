import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue } from '@duckdb/node-api';

type Value = string | number | boolean | null;

/**
 * Appends rows to a table in their order; their keys are its columns. Throws when a row lacks a column: that is a bug.
 * `advance` is called once a row.
 */
export async function appendRows(
  connection: DuckDBConnection,
  schema: string,
  table: string,
  rows: readonly object[],
  advance: () => void,
): Promise<void> {
  const columns = await columnsOf(connection, schema, table);
  const appender = await connection.createAppender(table, schema);
  for (const row of rows) {
    const values = new Map<string, Value>(Object.entries(row));
    for (const { name, type } of columns) appendValue(appender, values.get(name), type, `${table}.${name}`);
    appender.endRow();
    advance();
  }
  appender.closeSync();
}

async function columnsOf(
  connection: DuckDBConnection,
  schema: string,
  table: string,
): Promise<{ name: string; type: string }[]> {
  const reader = await connection.runAndReadAll(
    `select column_name, data_type from information_schema.columns where table_schema = '${schema}' and table_name = '${table}' order by ordinal_position`,
  );
  return reader.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
}

function appendValue(appender: DuckDBAppender, value: Value | undefined, type: string, place: string): void {
  if (value === undefined) throw new Error(`${place}: the row has no such field`);
  if (value === null) appender.appendNull();
  else if (type === 'VARCHAR') appender.appendVarchar(String(value));
  else if (type === 'DATE')
    appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000));
  else if (type === 'INTEGER') appender.appendInteger(Number(value));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(value === true);
  else throw new Error(`${place}: no appender for ${type}`);
}
