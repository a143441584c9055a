import { writeFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import type { Audience } from '../share/audience.ts';
import { dataElement, jsonElement, renderPage } from './page.ts';
import type { Table } from './read-table.ts';
import { toArrow } from './write-arrow.ts';

const ARROW = 'application/vnd.apache.arrow.stream';

/** What the page needs to know besides the tables. */
export interface PageFacts {
  name: string;
  /** A banner on every page, such as 示例数据; null for none. */
  notice: string | null;
  /** The day to which open items are judged. */
  as_of: string | null;
  version: string;
  audience: Audience;
}

/** The marts that the page reads. */
export const PAGE_TABLES = [
  'overview',
  'cube',
  'metrics',
  'topics_by_year',
  'outcomes',
  'satisfaction',
  'departments',
  'proposals',
  'health_missing',
  'health_findings',
  'data_warnings',
  'rejects',
  'report_history',
];

/** Writes the dashboard: one file with its code, style and data (Arrow, gzip, base64) inside. */
export function writeDashboard(tables: readonly Table[], facts: PageFacts, file: string): void {
  const data = tables
    .filter((table) => PAGE_TABLES.includes(table.name))
    .map((table) =>
      dataElement(`table-${table.name}`, ARROW, gzipSync(toArrow(table), { mtime: 0, level: 9 })),
    );
  writeFileSync(file, renderPage(`${facts.name}提案建议办理看板`, [jsonElement('facts', facts), ...data]));
}
