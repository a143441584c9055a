import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from './read-table.ts';
import { toArrow } from './write-arrow.ts';
import { writeCsv } from './write-csv.ts';

/** Writes a mart as parquet/NAME.parquet, arrow/NAME.arrow and csv/NAME.csv below `folder`. */
export async function writeFormats(
  connection: DuckDBConnection,
  table: Table,
  folder: string,
): Promise<void> {
  const file = (kind: string) => join(folder, kind, `${table.name}.${kind}`);
  for (const kind of ['parquet', 'arrow', 'csv']) mkdirSync(join(folder, kind), { recursive: true });
  const parquet = file('parquet').replaceAll("'", "''");
  await connection.run(`copy mart.${table.name} to '${parquet}' (format parquet, compression zstd)`);
  writeFileSync(file('arrow'), toArrow(table));
  writeCsv(table, file('csv'));
}
