import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import { readRows } from '../report/read-rows.ts';
import { ROOT } from '../root.ts';
import { appendRows } from '../store/append-rows.ts';
import { type Model, parseModel } from '../store/models.ts';
import { FAMILIES, SMALL } from './relations.ts';
import type { Shared } from './share.ts';
import { readStatistics, type Statistic } from './statistics.ts';
import { suppress } from './suppress.ts';
import { withheldRows } from './withheld-rows.ts';

/** Tables of a public run in the order in which they are shown. */
export const PUBLIC_TABLES = ['public_statistics', 'public_proposals', 'withheld', 'public_metrics'];

/**
 * Writes what the public may see into the empty database `to`: statistics with small numbers withheld, the list of
 * proposals, what is withheld, and the definitions. `from` has the marts over the publishable proposals. Returns the
 * models of what was written.
 */
export async function publishTables(
  from: DuckDBConnection,
  to: DuckDBConnection,
  { found, leftOut }: Pick<Shared, 'found' | 'leftOut'>,
  progress: Progress,
): Promise<Model[]> {
  const models = PUBLIC_TABLES.map((name) =>
    parseModel(name, readFileSync(join(FOLDER, `${name}.sql`), 'utf8')),
  );
  const [statistics, list, withheldModel, metrics] = models;
  if (!statistics || !list || !withheldModel || !metrics) throw new Error('a public table has no model');
  const rows = await readStatistics(from, statistics);
  const withheld = suppress(rows, progress);
  const unlisted = new Set(rows.filter(isTooFew).map(({ year }) => year));
  const listed = (await readRows(from, list.sql)).filter(({ year }) => !unlisted.has(yearOf(year)));
  await to.run('create schema mart');
  await write(
    to,
    statistics,
    rows.map((row) => flat(row, withheld.get(row) ?? new Set())),
  );
  await write(to, list, listed);
  await write(to, withheldModel, withheldRows(withheld, leftOut, found));
  await write(to, metrics, await readRows(from, metrics.sql));
  return models;
}

const FOLDER = join(ROOT, 'pipeline', 'share', 'public');

/** So few proposals that a list of them would say their number. */
function isTooFew({ dimension, per, measures }: Statistic): boolean {
  return dimension === 'total' && per === '件' && (measures.proposals ?? 0) <= SMALL;
}

function yearOf(year: unknown): number | null {
  return typeof year === 'number' ? year : null;
}

/** A row as it is published: null where a number is withheld. */
function flat({ measures, ...row }: Statistic, withheld: ReadonlySet<string>): object {
  const shown = Object.entries(FAMILIES).flatMap(([family, names]) =>
    names.map((name) => [name, withheld.has(family) ? null : (measures[name] ?? null)]),
  );
  return { ...row, ...Object.fromEntries(shown) };
}

/** The model's header names the columns; whole numbers are those of the statistics and years. */
async function write(to: DuckDBConnection, { name, columns }: Model, rows: readonly object[]): Promise<void> {
  const measures = new Set<string>(Object.values(FAMILIES).flat());
  const types = [...columns.keys()].map((column) => {
    const type = column === 'year' || measures.has(column) ? 'integer' : 'varchar';
    return `"${column}" ${type}`;
  });
  await to.run(`create table mart.${name} (${types.join(', ')})`);
  await appendRows(to, 'mart', name, rows, () => {});
}
