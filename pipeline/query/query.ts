import type { DuckDBConnection } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import { fieldsOf, readColumns, type Table } from '../publish/read-table.ts';
import { readModels, tablesRead } from '../store/models.ts';
import { openRun } from '../store/open-run.ts';

/**
 * The answer of one SQL statement over the run in `folder`. With `chinese` a column is labelled as the mart that the
 * statement reads calls it; a column that no mart has keeps its name. Throws InputError for mistakes in the SQL.
 */
export async function query(folder: string, sql: string, chinese: boolean): Promise<Table> {
  if (CHANGES.test(sql)) throw new InputError('SQL', READ_ONLY, '请只写 select');
  const { connection, close } = await openRun(folder, { publicToo: true });
  const statement = sql.trim().replace(/;+\s*$/, '');
  try {
    const fields = await fieldsOf(connection, `select * from (${statement})`);
    const labels = chinese ? await labelsOf(connection, statement) : new Map<string, string>();
    const columns = await readColumns(connection, `(${statement})`, fields, labels);
    return { name: 'query', title: '查询结果', rows: columns[0]?.values.length ?? 0, columns };
  } catch (error) {
    throw explain(error);
  } finally {
    close();
  }
}

async function labelsOf(connection: DuckDBConnection, sql: string): Promise<Map<string, string>> {
  const read = (await tablesRead(connection, sql)).filter(({ schema }) => schema === 'mart' || schema === '');
  const models = read.flatMap(({ table }) => readModels().find(({ name }) => name === table) ?? []);
  return new Map(models.reverse().flatMap(({ columns }) => [...columns]));
}

/** DuckDB speaks English; what staff most often get wrong is said in Chinese, with its own words behind. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof InputError) return error;
  const says = error.message.split('\n')[0] ?? '';
  const [problem, remedy] = REASONS.find(([pattern]) => pattern.test(error.message))?.slice(1) ?? [];
  if (typeof problem !== 'string' || typeof remedy !== 'string') return error;
  return new InputError('SQL', `${problem}（${says}）`, remedy);
}

const READ_ONLY = '数据库只供查询，不能改动或读写文件';
const CHANGES =
  /^\s*(?:insert|update|delete|merge|create|drop|alter|copy|attach|export|import|install|load|set|call)\b/i;

const REASONS: [pattern: RegExp, problem: string, remedy: string][] = [
  [/Table .* does not exist/, '没有这张表', '用 "show all tables" 查看有哪些表；公开稿的结果只有公开的几张'],
  [/Referenced column|not found in FROM/, '没有这一列', '用 "describe 表名" 查看有哪些列'],
  [
    /read-only|disabled by configuration|locked|Cannot execute statement/i,
    '数据库只供查询，不能改动或读写文件',
    '请只写 select',
  ],
  [/Parser Error|syntax error/, 'SQL 写法有误', '请检查拼写、逗号和引号'],
  [
    /(Binder|Catalog|Conversion|Invalid Input|Out of Range|Not implemented) Error/i,
    '查询无法执行',
    '请按提示修改',
  ],
];
