import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ROOT } from '../root.ts';

/** A SQL model: pipeline/marts/<name>.sql becomes the table mart.<name>. Its header says what it is. */
export interface Model {
  name: string;
  /** First line of the header: the table's Chinese name and, after //, what it is in English. */
  title: string;
  english: string;
  /** The lines below it, joined. */
  note: string;
  /** Columns that identify a row; empty for a table of one row. */
  grain: string[];
  /** Column → Chinese name and, after ；, what it means. In the order of the table. */
  columns: Map<string, string>;
  /** Column → the same in English; empty where the header has none. */
  columnsEnglish: Map<string, string>;
  sql: string;
}

/** The models of pipeline/marts, sorted by name. Throws when a header is incomplete: that is a bug. */
export function readModels(): Model[] {
  const folder = join(ROOT, 'pipeline', 'marts');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file) => parseModel(file.slice(0, -4), readFileSync(join(folder, file), 'utf8')));
}

export function parseModel(name: string, source: string): Model {
  const header = (/^(?:--.*\r?\n)+/.exec(source)?.[0] ?? '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^--\s?/, ''));
  const [first = '', ...lines] = header.filter((line) => line !== '');
  const entries = lines.flatMap((line) => {
    const match = COLUMN.exec(line);
    return match ? [[match[1] ?? '', ...bothLanguages(match[2] ?? '')] as const] : [];
  });
  const [title, english] = bothLanguages(first);
  const grain = entries.find(([key]) => key === 'grain')?.[1];
  if (title === '' || grain === undefined)
    throw new Error(`marts/${name}.sql: the header needs a title and a grain`);
  const columns = entries.filter(([key]) => key !== 'grain');
  return {
    name,
    title,
    english,
    note: lines.filter((line) => !COLUMN.test(line)).join(''),
    grain: grain === '-' ? [] : grain.split(/,\s*/),
    columns: new Map(columns.map(([column, chinese]) => [column, chinese])),
    columnsEnglish: new Map(columns.map(([column, , translated]) => [column, translated])),
    sql: source.replace(/;\s*$/, ''),
  };
}

const COLUMN = /^(\w+): (.+)$/;

/** 年度；不详为空 // year; null when unknown → both; the English is empty where there is none. */
export function bothLanguages(meaning: string): [chinese: string, english: string] {
  const [chinese = '', english = ''] = meaning.split(' // ');
  return [chinese.trim(), english.trim()];
}

/** The models in the order in which they can be built: each after those that it reads. Throws on a cycle. */
export async function orderModels(connection: DuckDBConnection, models: readonly Model[]): Promise<Model[]> {
  const byName = new Map(models.map((m) => [m.name, m]));
  const ordered: Model[] = [];
  const visit = async (model: Model, path: string[]): Promise<void> => {
    if (ordered.includes(model)) return;
    if (path.includes(model.name)) throw new Error(`marts: cycle ${[...path, model.name].join(' → ')}`);
    for (const { schema, table } of await tablesRead(connection, model.sql)) {
      const needed = schema === 'mart' ? byName.get(table) : undefined;
      if (needed) await visit(needed, [...path, model.name]);
    }
    ordered.push(model);
  };
  for (const model of models) await visit(model, []);
  return ordered;
}

/** The tables that a statement reads, common table expressions included, from DuckDB's own parse tree. */
export async function tablesRead(
  connection: DuckDBConnection,
  sql: string,
): Promise<{ schema: string; table: string }[]> {
  const reader = await connection.runAndReadAll(
    `select json_serialize_sql('${sql.replaceAll("'", "''")}')::varchar`,
  );
  const tree: unknown = JSON.parse(String(reader.getRows()[0]?.[0]));
  if (typeof tree === 'object' && tree !== null && 'error' in tree && tree.error === true) {
    throw new Error(`Parser Error: ${JSON.stringify(tree)}`);
  }
  const found: { schema: string; table: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('schema_name' in node && 'table_name' in node)
      found.push({ schema: String(node.schema_name), table: String(node.table_name) });
    for (const child of Object.values(node)) walk(child);
  };
  walk(tree);
  return found;
}
