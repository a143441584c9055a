import { gzipSync, strToU8 } from 'fflate';
import type { Value } from '../publish/read-table.ts';
import type { AnsweredQuery } from './answer-queries.ts';

/** What a page decodes: gzip of this as JSON, in base64. */
export type EmbeddedQueries = { id: number; columns: { name: string; label: string; values: Value[] }[] }[];

export function embedQueries(answered: readonly AnsweredQuery[]): string {
  const queries: EmbeddedQueries = answered.map(({ id, columns }) => ({
    id,
    columns: columns.map(({ name, label, values }) => ({ name, label, values })),
  }));
  return Buffer.from(gzipSync(strToU8(JSON.stringify(queries)), { mtime: 0, level: 9 })).toString('base64');
}
