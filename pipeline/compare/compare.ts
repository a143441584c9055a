import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import { type Model, readModels } from '../store/models.ts';
import { publicRun } from '../store/open-run.ts';
import { diffManifests, readManifest } from './diff-manifests.ts';
import { type Change, diffTables, type TableDifference } from './diff-tables.ts';

export interface Comparison extends ReturnType<typeof diffManifests> {
  before: string;
  after: string;
  tables: TableDifference[];
  changes: Change[];
}

/** What is not the same in two runs, from their inputs to single cells. Throws InputError when one is no run. */
export async function compare(before: string, after: string): Promise<Comparison> {
  const [of, on] = [readManifest(before), readManifest(after)];
  if (of.audience === 'public') throw publicRun(before);
  if (on.audience === 'public') throw publicRun(after);
  const how = diffManifests(of, on);
  const database = await DuckDBInstance.create(':memory:', { memory_limit: '4GB' });
  const connection = await database.connect();
  try {
    for (const [name, folder] of [
      ['a', before],
      ['b', after],
    ] as const) {
      const file = join(folder, 'analysis.duckdb').replaceAll("'", "''");
      await connection.run(`attach '${file}' as ${name} (read_only)`).catch(() => {
        throw new InputError(
          folder,
          '打不开 analysis.duckdb',
          '请用 jianyan run 重新生成，或关闭正在使用它的程序',
        );
      });
    }
    const models: Model[] = readModels();
    return { before, after, ...how, ...(await diffTables(connection, models)) };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
