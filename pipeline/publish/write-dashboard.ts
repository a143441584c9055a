import { writeFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { gzipSync } from 'fflate';
import type { Audience } from '../share/audience.ts';
import { dataElement, jsonElement, renderPage } from './page.ts';
import { readPageTables } from './read-page-tables.ts';
import { readPublicPageTables } from './read-public-page-tables.ts';
import type { Table } from './read-table.ts';
import { toArrow } from './write-arrow.ts';

const ARROW = 'application/vnd.apache.arrow.stream';
/** Mail servers and old office machines take a page of this size; texts that would make it larger stay out. */
const MOST_WITH_TEXTS = 2_500_000;
const TEXTS = ['texts', 'replies'];

/** What the page needs to know besides the tables. */
export interface PageFacts {
  name: string;
  /** A banner on every page, such as 示例数据; null for none. */
  notice: string | null;
  /** The day to which open items are judged. */
  as_of: string | null;
  version: string;
  /** Absent: internal. */
  audience?: Audience;
  /** Whose pack it is; absent in a dashboard of everything. */
  department?: string;
}

/**
 * Writes the dashboard: one file with its code, style and data (Arrow, gzip, base64) inside. `more` are tables besides
 * those that every page of its kind carries.
 */
export async function writeDashboard(
  connection: DuckDBConnection,
  facts: PageFacts,
  file: string,
  more: readonly Table[] = [],
): Promise<void> {
  const read = facts.audience === 'public' ? readPublicPageTables : readPageTables;
  const tables = [...(await read(connection)), ...more];
  const data = tables.map((table) => {
    const bytes = gzipSync(toArrow(table, 'smallest'), { mtime: 0, level: 9 });
    return { name: table.name, element: dataElement(`table-${table.name}`, ARROW, bytes) };
  });
  const render = (parts: typeof data) =>
    renderPage(`${facts.name}提案建议办理看板`, [
      jsonElement('facts', facts),
      ...parts.map((part) => part.element),
    ]);
  const whole = render(data);
  const fits = Buffer.byteLength(whole) <= MOST_WITH_TEXTS;
  writeFileSync(file, fits ? whole : render(data.filter(({ name }) => !TEXTS.includes(name))));
}
