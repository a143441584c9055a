import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../errors.ts';

export interface OpenRun {
  database: DuckDBInstance;
  /** Finds a table in the schema mart first, then in raw. */
  connection: DuckDBConnection;
  close(): void;
}

/**
 * The database of a run, read-only: `place` is its folder or its analysis.duckdb. Nothing can be changed, and SQL can
 * reach no file and no network. Throws InputError when there is no run, its database cannot be opened, or it is a public
 * run, which has no cases: only a query may look at that.
 */
export async function openRun(
  place: string,
  options: { publicToo: boolean } = { publicToo: false },
): Promise<OpenRun> {
  const database = await open(place);
  const connection = await database.connect();
  const isForAll = await isPublic(connection);
  if (isForAll && !options.publicToo) {
    connection.closeSync();
    database.closeSync();
    throw publicRun(place);
  }
  await connection.run(`set search_path = '${isForAll ? 'mart' : 'mart,raw'}'`);
  await connection.run('set lock_configuration = true');
  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  return { database, connection, close };
}

async function isPublic(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(
    "select 1 from information_schema.tables where table_schema = 'mart' and table_name = 'public_statistics'",
  );
  return found.currentRowCount > 0;
}

/** What a command says that needs more than the public gets. */
export function publicRun(place: string): InputError {
  return new InputError(
    place,
    '是公开稿（--audience public）的结果，里面没有逐件的内容',
    '请改用内部稿的结果：jianyan run 时不加 --audience',
  );
}

async function open(place: string): Promise<DuckDBInstance> {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(place, 'analysis.duckdb') : place;
  if (!existsSync(file)) {
    const what = isFolder ? '不是建言的结果文件夹（没有 analysis.duckdb）' : '路径不存在';
    throw new InputError(place, what, '请给出 jianyan run 的结果文件夹，或其中的 analysis.duckdb');
  }
  try {
    return await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      enable_external_access: 'false',
      memory_limit: '4GB',
    });
  } catch (error) {
    const isLocked = error instanceof Error && /lock|being used by another process/i.test(error.message);
    if (isLocked) throw new InputError(file, '数据库正被另一个程序占用', '请关闭正在使用它的程序后重试');
    throw new InputError(file, '不是建言的数据库，或文件已损坏', '请用 jianyan run 重新生成');
  }
}
