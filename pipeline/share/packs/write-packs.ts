import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Progress } from '../../progress.ts';
import { readQuery, type Table } from '../../publish/read-table.ts';
import { type PageFacts, writeDashboard } from '../../publish/write-dashboard.ts';
import { readRows } from '../../report/read-rows.ts';
import { ROOT } from '../../root.ts';
import { openOwn } from './open-own.ts';
import { packName } from './pack-name.ts';

/**
 * Writes a dashboard for each department that answers into `folder`: its own cases one by one, and all departments
 * together as sums. No case that it does not answer is in its file.
 */
export async function writePacks(
  connection: DuckDBConnection,
  facts: PageFacts,
  folder: string,
  progress: Progress,
): Promise<void> {
  const departments = await readRows(
    connection,
    'select distinct department from mart.answers where department is not null order by department',
  );
  const whole = await readWhole(connection);
  const taken = new Set<string>();
  mkdirSync(folder, { recursive: true });
  const stage = progress.stage('单位分册', departments.length);
  const own = await openOwn(connection);
  for (const { department } of departments) {
    const name = String(department);
    await own.show(name);
    const titled = {
      ...facts,
      name: name.startsWith(facts.name) ? name : `${facts.name}${name}`,
      department: name,
    };
    await writeDashboard(connection, titled, join(folder, `${packName(name, taken)}.html`), [whole]);
    stage.advance();
  }
  await own.end();
  stage.end(`${departments.length} 个承办单位`);
}

async function readWhole(connection: DuckDBConnection): Promise<Table> {
  const sql = readFileSync(join(ROOT, 'pipeline', 'share', 'packs', 'whole.sql'), 'utf8');
  return readQuery(connection, 'whole', sql);
}
