import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { silentProgress } from '../../pipeline/progress.ts';
import { writeDashboard } from '../../pipeline/publish/write-dashboard.ts';
import { ROOT } from '../../pipeline/root.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';

/** Columns that hold a proposal or an issue: each copy has its own. */
const IDENTIFIERS = ['proposal_id', 'merged_into', 'a', 'b', 'issue'];
/** Tables that describe the run and not its proposals. */
const COMMON = [
  'topics',
  'departments',
  'profiles',
  'ledger_fields',
  'metrics',
  'metric_parts',
  'runs',
  'obstacle_kinds',
];

/**
 * The dashboard of a run many times over: what a large city's holds, without the time it takes to read its texts. Titles
 * differ in their first words and numbers are shuffled, so that the copies do not compress better than real ones.
 */
export async function writeLarge(run: string, copies: number, file: string): Promise<void> {
  const connection = await multiply(run, copies);
  await buildMarts(connection, silentProgress);
  await writeDashboard(connection, { name: '合成市', notice: null, as_of: '2024-12-31', version: 'x' }, file);
  connection.closeSync();
}

async function multiply(run: string, copies: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const file of ['raw.sql', 'macros.sql'])
    await connection.run(readFileSync(join(ROOT, 'pipeline', 'store', file), 'utf8'));
  await connection.run(`attach '${join(run, 'analysis.duckdb')}' as source (read_only)`);
  const found = await connection.runAndReadAll(
    "select table_name, column_name from duckdb_columns() where database_name = 'source' and schema_name = 'raw'",
  );
  const tables = new Map<string, string[]>();
  for (const [table, column] of found.getRows())
    tables.set(String(table), [...(tables.get(String(table)) ?? []), String(column)]);
  for (const [table, columns] of tables) {
    const select = columns.map((column) => copyOf(table, column)).join(', ');
    const repeated = COMMON.includes(table) ? 'range(1)' : `range(${copies})`;
    const order = table === 'handlings' ? 'order by c.range, t.rowid' : '';
    await connection.run(
      `insert into raw.${table} select ${select} from source.raw.${table} t, ${repeated} c ${order}`,
    );
  }
  return connection;
}

function copyOf(table: string, column: string): string {
  if (COMMON.includes(table)) return `t."${column}"`;
  if (IDENTIFIERS.includes(column))
    return `case when t."${column}" is null then null else t."${column}" || '-' || c.range end`;
  if (table !== 'proposals') return `t."${column}"`;
  const seed = "hash(t.proposal_id || '-' || c.range)";
  if (column === 'number') return `(${seed} % 100000)::varchar`;
  if (column === 'title')
    return `'关于' || chr((19968 + ${seed} % 2500)::integer) || chr((19968 + (${seed} // 2500) % 2500)::integer) || substr(t.title, (3 + ${seed} % 7)::integer)`;
  return `t."${column}"`;
}
