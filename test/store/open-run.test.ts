import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { openRun } from '../../pipeline/store/open-run.ts';
import { emptyFolder } from '../folder.ts';

describe('openRun(place)', () => {
  it('takes the folder of a run or its database, and lets nothing be changed', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'analysis.duckdb');
    const database = await DuckDBInstance.create(file);
    await (await database.connect()).run(
      'create schema mart; create schema raw; create table mart.a as select 1 as x',
    );
    database.closeSync();
    for (const place of [folder, file]) {
      const { connection, close } = await openRun(place);
      expect((await connection.runAndReadAll('select x from a')).getRows()).toEqual([[1]]);
      await expect(connection.run('drop table mart.a')).rejects.toThrow();
      await expect(connection.run(`copy a to '${join(folder, 'a.csv')}'`)).rejects.toThrow();
      close();
    }
  });

  it('says in Chinese what is wrong with a place that is no run', async () => {
    const folder = emptyFolder();
    await expect(openRun(join(folder, 'none.duckdb'))).rejects.toThrow(/路径不存在/);
    await expect(openRun(folder)).rejects.toThrow(/不是建言的结果文件夹/);
    writeFileSync(join(folder, 'text.duckdb'), '不是数据库');
    await expect(openRun(join(folder, 'text.duckdb'))).rejects.toThrow(/不是建言的数据库/);
  });
});
