import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../errors.ts';

/**
 * The database of the run in `folder`, read-only: nothing can be changed, and SQL can reach no file and no network.
 * Tables are found in the schema mart first, then in raw. Throws InputError when `folder` holds no run.
 */
export async function openRun(folder: string): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const file = join(folder, 'analysis.duckdb');
  if (!existsSync(file))
    throw new InputError(
      folder,
      '不是建言的结果文件夹（没有 analysis.duckdb）',
      '请先用 jianyan run 生成结果',
    );
  const database = await open(file);
  const connection = await database.connect();
  await connection.run("set search_path = 'mart,raw'");
  await connection.run('set lock_configuration = true');
  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  return { connection, close };
}

async function open(file: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      enable_external_access: 'false',
      memory_limit: '4GB',
    });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    if (/lock/i.test(says))
      throw new InputError(file, '数据库正被另一个程序占用', '请关闭正在使用它的程序后重试');
    throw new InputError(file, '打不开，文件可能已损坏', '请用 jianyan run 重新生成');
  }
}
