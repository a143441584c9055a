import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from '../../report/read-rows.ts';
import { quote } from '../../report/scope.ts';
import { ROOT } from '../../root.ts';

/** Tables that speak of no case and of no department: a pack shows them as they are. */
const WHOLE = new Set(['metrics', 'metric_parts', 'runs', 'topics', 'profiles', 'obstacle_kinds']);
/** A row for each answer: of a case that several departments answer only the own one. */
const ANSWERS = new Set(['answers', 'entries']);

/** The tables of a run as one department may see them, until `end` is called: mart.x and raw.x are then its own. */
export async function openOwn(connection: DuckDBConnection) {
  const [{ main } = { main: '' }] = await readRows(connection, 'select current_catalog() as main');
  const columns = await readRows(
    connection,
    `select table_schema as schema, table_name as name, list_sort(list(column_name)).array_to_string(',') as columns
    from information_schema.columns
    where table_catalog = current_catalog() and table_schema in ('mart', 'raw')
    group by all order by all`,
  );
  const macros = readFileSync(join(ROOT, 'pipeline', 'store', 'macros.sql'), 'utf8');
  await connection.run(`
    attach ':memory:' as pack; create schema pack.mart; create schema pack.raw;
    use pack; ${macros} use "${main}"`);
  return {
    async show(department: string): Promise<void> {
      const tables = columns.map(({ schema, name, columns }) => {
        const own = select(
          String(main),
          String(schema),
          String(name),
          String(columns).split(','),
          department,
        );
        // Tables and not views: the pages order by rowid.
        return `create or replace table pack.${schema}.${name} as ${own} order by rowid;`;
      });
      await connection.run(`${tables.join('\n')} use pack`);
    },
    async end(): Promise<void> {
      await connection.run(`use "${main}"; detach pack`);
    },
  };
}

/** A table that is not known to be harmless is empty. */
function select(
  main: string,
  schema: string,
  name: string,
  columns: readonly string[],
  department: string,
): string {
  const table = (of: string) => `"${main}".${of}`;
  const from = `from ${table(`${schema}.${name}`)}`;
  const own = `(select proposal_id from ${table('mart.answers')} where department = ${quote(department)})`;
  const has = (column: string) => columns.includes(column);
  // A matter that other departments have answered too would name their cases.
  const issues = `(
    select issue from ${table('raw.issue_members')} group by issue having bool_and(proposal_id in ${own})
  )`;
  if (WHOLE.has(name)) return `select * ${from}`;
  if (name === 'data_warnings')
    return `select * ${from} where subject = ${quote(department)} or starts_with(subject, ${quote(`${department}：`)})`;
  if (has('issue')) return `select * ${from} where issue in ${issues}`;
  if (ANSWERS.has(name)) {
    // Here the department's answer is the one that a proposal is counted by.
    const first = has('is_first') ? ' replace (true as is_first)' : '';
    return `select *${first} ${from} where proposal_id in ${own} and department = ${quote(department)}`;
  }
  if (has('a') && has('b')) return `select * ${from} where a in ${own} and b in ${own}`;
  if (has('proposal_id')) return `select * ${from} where proposal_id in ${own}`;
  return `select * ${from} where ${has('department') ? `department = ${quote(department)}` : 'false'}`;
}
