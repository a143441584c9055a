import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../progress.ts';
import { type Model, orderModels, readModels } from './models.ts';

/**
 * Builds every model as a table of the schema mart, in dependency order, and checks what its header promises: the
 * columns, and that the grain is unique. Returns the models in name order. A failing check is a bug.
 */
export async function buildMarts(connection: DuckDBConnection, progress: Progress): Promise<Model[]> {
  const models = readModels();
  await connection.run('create schema mart');
  const stage = progress.stage('建立分析表', models.length);
  for (const model of await orderModels(connection, models)) {
    await connection.run(`create table mart.${model.name} as ${model.sql}`);
    await checkColumns(connection, model);
    await checkGrain(connection, model);
    stage.advance();
  }
  stage.end(`${models.length} 张表`);
  return models;
}

async function checkColumns(connection: DuckDBConnection, model: Model): Promise<void> {
  const reader = await connection.runAndReadAll(`select column_name from (describe mart.${model.name})`);
  const found = reader.getRows().map(([name]) => String(name));
  const stated = [...model.columns.keys()];
  if (found.join() !== stated.join()) {
    throw new Error(`marts/${model.name}.sql: columns are ${found.join()}, the header says ${stated.join()}`);
  }
}

/** Null counts as a value of the grain: a proposal without a year is a group of its own. */
async function checkGrain(connection: DuckDBConnection, model: Model): Promise<void> {
  const keys = model.grain.length === 0 ? ["'one'"] : model.grain;
  const reader = await connection.runAndReadAll(
    `select count(*)::integer from (select 1 from mart.${model.name} group by ${keys.join(', ')} having count(*) > 1)`,
  );
  if (reader.getRows()[0]?.[0] !== 0)
    throw new Error(`marts/${model.name}.sql: the grain ${keys.join(', ')} is not unique`);
}
