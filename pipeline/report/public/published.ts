import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROOT } from '../../root.ts';
import type { Withheld } from '../../share/audit.ts';
import type { Family } from '../../share/relations.ts';
import { readStatistics, type Statistic } from '../../share/statistics.ts';
import { suppress } from '../../share/suppress.ts';
import { parseModel } from '../../store/models.ts';

/** The same statistics as a public run publishes, so that nobody learns more from the two together. */
export interface Published {
  rows: readonly Statistic[];
  withheld: Withheld;
  /** Whether all of a row's families are published. */
  shows(row: Statistic | undefined, families: readonly Family[]): boolean;
}

export async function readPublished(connection: DuckDBConnection): Promise<Published> {
  const name = 'public_statistics';
  const file = join(ROOT, 'pipeline', 'share', 'public', `${name}.sql`);
  const rows = await readStatistics(connection, parseModel(name, readFileSync(file, 'utf8')));
  const withheld = suppress(rows);
  const shows = (row: Statistic | undefined, families: readonly Family[]) =>
    row !== undefined && !families.some((family) => withheld.get(row)?.has(family));
  return { rows, withheld, shows };
}
