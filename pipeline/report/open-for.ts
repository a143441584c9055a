import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Config, openWorkspace } from '../config.ts';
import { silentProgress } from '../progress.ts';
import { AUDIENCES, type Audience } from '../share/audience.ts';
import { readRaw } from '../share/read-raw.ts';
import { share } from '../share/share.ts';
import { buildMarts } from '../store/build-marts.ts';
import { load } from '../store/load.ts';
import { openRun } from '../store/open-run.ts';
import { findWorkspace } from './find-workspace.ts';
import { readRows } from './read-rows.ts';

export interface OpenReport {
  connection: DuckDBConnection;
  /** As asked for, or that of the run where it already shows less. */
  audience: Audience;
  close(): void;
}

/** The marts of a run as an audience may see them: made anew in memory where the run shows more. */
export async function openFor(folder: string, asked: Audience): Promise<OpenReport> {
  const run = await openRun(folder);
  const [row] = await readRows(run.connection, 'select audience from raw.runs').catch(() => []);
  const made = AUDIENCES.find((name) => name === row?.audience) ?? 'internal';
  const audience = AUDIENCES.indexOf(made) > AUDIENCES.indexOf(asked) ? made : asked;
  if (audience === made) return { connection: run.connection, audience, close: run.close };
  const shown = share(await readRaw(run.connection), audience, configOf(folder), silentProgress);
  run.close();
  const database = await DuckDBInstance.create(':memory:', { memory_limit: '4GB' });
  const connection = await database.connect();
  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  await load(connection, shown.tables, silentProgress);
  await buildMarts(connection, silentProgress);
  await connection.run("set search_path = 'mart,raw'");
  return { connection, audience, close };
}

/** What staff want hidden and published stands in the workspace that the run was made from. */
function configOf(folder: string): Config {
  const workspace = findWorkspace(folder);
  return workspace === null ? {} : openWorkspace(workspace).config;
}
