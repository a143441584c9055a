import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from '../report/read-rows.ts';
import type { Tables } from '../store/load.ts';

/** The rows of a run's schema raw, as `load` takes them: dates are ISO days. */
export async function readRaw(connection: DuckDBConnection): Promise<Tables> {
  const columns = await readRows(
    connection,
    `select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'raw' order by table_name, ordinal_position`,
  );
  const tables: Record<string, readonly object[]> = {};
  for (const table of new Set(columns.map(({ table_name }) => String(table_name)))) {
    const own = columns.filter(({ table_name }) => table_name === table);
    const select = own.map(({ column_name, data_type }) =>
      data_type === 'DATE' ? `"${column_name}"::varchar as "${column_name}"` : `"${column_name}"`,
    );
    tables[table] = await readRows(
      connection,
      `select ${select.join(', ')} from raw.${table} order by rowid`,
    );
  }
  return tables;
}
