import type { DuckDBConnection } from '@duckdb/node-api';
import { readRows } from '../report/read-rows.ts';
import type { Model } from '../store/models.ts';
import type { Measures } from './linear.ts';

/** One row of the public statistics before anything is withheld. */
export interface Statistic {
  /** 件 counts a proposal once, 件次 every answer. */
  per: '件' | '件次';
  dimension: 'total' | 'topic' | 'department';
  year: number | null;
  /** Topic id or department; 全部 for the total. */
  value: string;
  name: string;
  /** Whole numbers; those that the row does not have are missing. */
  measures: Measures;
}

/** The statistics over the marts of `connection`, which holds only what can be published, year by year. */
export async function readStatistics(connection: DuckDBConnection, { sql }: Model): Promise<Statistic[]> {
  const rows = await readRows(connection, sql);
  return rows.map(({ per, dimension, year, value, name, ...measures }) => ({
    per: per === '件' ? '件' : '件次',
    dimension: dimension === 'topic' || dimension === 'department' ? dimension : 'total',
    year: typeof year === 'number' ? year : null,
    value: String(value),
    name: String(name),
    measures: Object.fromEntries(
      Object.entries(measures).flatMap(([measure, count]) =>
        typeof count === 'number' ? [[measure, count] as const] : [],
      ),
    ),
  }));
}
