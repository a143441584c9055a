import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROOT } from '../root.ts';
import type { Model } from './models.ts';

/** A table or a column with the comment that the database keeps with it: 年度；不详为空 // year; null when unknown. */
interface Comment {
  what: 'table' | 'column';
  name: string;
  says: string;
}

/**
 * Writes into the database what every table and column means, so that the file explains itself wherever it is opened:
 * `select table_name, column_name, comment from duckdb_columns()`. The marts' words come from their headers, those of
 * the schemas raw and lookup from the comments in raw.sql and lookup.sql, which a public run has not (`files`).
 */
export async function commentTables(
  connection: DuckDBConnection,
  models: readonly Model[],
  files: readonly string[] = ['raw.sql', 'lookup.sql'],
): Promise<void> {
  const sources = files.map((file) => readFileSync(join(ROOT, 'pipeline', 'store', file), 'utf8'));
  const comments = [...sources.flatMap(commentsIn), ...models.flatMap(commentsOf)].map(
    ({ what, name, says }) => `comment on ${what} ${name} is '${says.replaceAll("'", "''")}'`,
  );
  await connection.run(['begin', ...comments, 'commit'].join(';'));
}

const TABLE = /^-- (.+)\r?\ncreate table (\w+\.\w+) \(\r?\n([\s\S]*?)^\);/gm;
const COLUMN = /^ {2}("?\w+"?) .*?-- (.+?)\r?$/gm;

/** What the lines before tables and behind columns say. */
export function commentsIn(sql: string): Comment[] {
  return [...sql.matchAll(TABLE)].flatMap(([, says = '', table = '', columns = '']): Comment[] => [
    { what: 'table', name: table, says },
    ...[...columns.matchAll(COLUMN)].map(([, column = '', meaning = '']): Comment => {
      return { what: 'column', name: `${table}.${column}`, says: meaning };
    }),
  ]);
}

function commentsOf({ name, title, english, columns, columnsEnglish }: Model): Comment[] {
  return [
    { what: 'table', name: `mart.${name}`, says: `${title} // ${english}` },
    ...[...columns].map(([column, chinese]): Comment => {
      return {
        what: 'column',
        name: `mart.${name}."${column}"`,
        says: `${chinese} // ${columnsEnglish.get(column) ?? ''}`,
      };
    }),
  ];
}
