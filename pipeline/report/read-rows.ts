import type { DuckDBConnection } from '@duckdb/node-api';
import type { CubeRow } from '../outcome/cube.ts';

/** The rows of a query whose columns are texts, whole or decimal numbers and truth values; cast dates to varchar. */
export async function readRows(connection: DuckDBConnection, sql: string): Promise<CubeRow[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (value !== null && typeof value === 'object') throw new Error(`cast column ${name} of ${sql}`);
        return [name, value];
      }),
    ),
  );
}
