import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { commentsIn, commentTables } from '../../pipeline/store/comment-tables.ts';
import { load } from '../../pipeline/store/load.ts';

describe('commentsIn', () => {
  it('reads the line above a table and the end of each line of a column', () => {
    const sql =
      'create schema raw;\n\n-- 表 // Table\ncreate table raw.t (\n  id varchar not null, -- 标识 // id\n  "column" integer -- 列 // column\n);\n';
    expect(commentsIn(sql)).toEqual([
      { what: 'table', name: 'raw.t', says: '表 // Table' },
      { what: 'column', name: 'raw.t.id', says: '标识 // id' },
      { what: 'column', name: 'raw.t."column"', says: '列 // column' },
    ]);
  });
});

describe('commentTables', () => {
  it('leaves no table and no column without a word in both languages', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await load(connection, {}, silentProgress);
    await commentTables(connection, await buildMarts(connection, silentProgress));
    const reader = await connection.runAndReadAll(`
      select schema_name || '.' || table_name, comment from duckdb_tables()
      union all
      select schema_name || '.' || table_name || '.' || column_name, comment from duckdb_columns() where not internal`);
    expect(reader.getRows().filter(([, says]) => !/\S \/\/ \S/.test(String(says)))).toEqual([]);
  });
});
