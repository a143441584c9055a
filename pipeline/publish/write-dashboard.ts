import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { ROOT } from '../root.ts';
import type { Table } from './read-table.ts';
import { toArrow } from './write-arrow.ts';

/** What the page needs to know besides the tables. */
export interface PageFacts {
  name: string;
  /** A banner on every page, such as 示例数据; null for none. */
  notice: string | null;
  /** The day to which open items are judged. */
  as_of: string | null;
  version: string;
}

/** The marts that the page reads. */
export const PAGE_TABLES = [
  'overview',
  'topics_by_year',
  'outcomes',
  'satisfaction',
  'departments',
  'proposals',
  'health_missing',
  'health_findings',
  'rejects',
];

/**
 * Writes the dashboard: one file with its code, style and data (Arrow, gzip, base64) inside. It makes no request.
 * All of the data is text in a script element that is no program, so no title can end it early.
 */
export function writeDashboard(tables: readonly Table[], facts: PageFacts, file: string): void {
  const built = join(ROOT, 'dist', 'dashboards');
  const part = (name: string) => readFileSync(join(built, name), 'utf8');
  const data = tables
    .filter((table) => PAGE_TABLES.includes(table.name))
    .map(
      (table) =>
        `<script type="application/vnd.apache.arrow.stream" id="table-${table.name}">${packed(table)}</script>`,
    );
  const page = readFileSync(join(ROOT, 'dist', 'dashboards', 'index.html'), 'utf8');
  const fill: Record<string, string> = {
    title: escapeHtml(`${facts.name}提案建议办理看板`),
    style: `<style>${part('app.css')}</style>`,
    facts: `<script type="application/json" id="facts">${JSON.stringify(facts).replace(/</g, '\\u003c')}</script>`,
    data: data.join('\n'),
    code: `<script>${part('app.js').replace(/<\/script/gi, '<\\/script')}</script>`,
  };
  writeFileSync(
    file,
    page.replace(/<!--(title|style|facts|data|code)-->/g, (_, key: string) => fill[key] ?? ''),
  );
}

function packed(table: Table): string {
  return Buffer.from(gzipSync(toArrow(table), { mtime: 0, level: 9 })).toString('base64');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
