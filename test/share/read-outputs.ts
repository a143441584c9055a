import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { gunzipSync, unzipSync } from 'fflate';

/** Every file below a folder, with everything that can be read out of it: raw, unzipped, decoded and queried. */
export async function readOutputs(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const file of filesIn(folder)) found.set(relative(folder, file), await everythingIn(file));
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

async function everythingIn(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const raw = `${file}\n${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`;
  const extension = extname(file);
  if (extension === '.xlsx' || extension === '.docx') return raw + unzipped(bytes);
  if (extension === '.arrow') return raw + rowsOf(bytes);
  if (extension === '.html') return raw + embedded(bytes.toString('utf8'));
  if (extension === '.parquet') return raw + (await queried(':memory:', [`'${file}'`]));
  if (extension === '.duckdb') return raw + (await queried(file, null));
  return raw;
}

function unzipped(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => {
      const text = Buffer.from(content).toString('utf8');
      // Runs of Word cut a number into pieces.
      return `${name}\n${text}\n${text.replace(/<[^>]*>/g, '')}`;
    })
    .join('\n');
}

function rowsOf(bytes: Uint8Array): string {
  return tableFromIPC(bytes)
    .toArray()
    .map((row) => JSON.stringify(row))
    .join('\n');
}

/** The tables that a page carries, by name. */
export function pageTables(html: string) {
  const pattern = /<script type="application\/vnd\.apache\.arrow\.stream" id="table-(\w+)">([^<]*)</g;
  return new Map(
    [...html.matchAll(pattern)].map(([, name = '', base64 = '']) => [
      name,
      tableFromIPC(gunzipSync(Buffer.from(base64, 'base64'))),
    ]),
  );
}

function embedded(html: string): string {
  return [...pageTables(html)]
    .map(
      ([name, table]) =>
        `${name}\n${table
          .toArray()
          .map((row) => JSON.stringify(row))
          .join('\n')}`,
    )
    .join('\n');
}

async function queried(file: string, sources: string[] | null): Promise<string> {
  const database = await DuckDBInstance.create(file, file === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
  const connection = await database.connect();
  const names = await connection.runAndReadAll(
    "select table_schema || '.' || table_name from information_schema.tables",
  );
  const tables = sources ?? names.getRows().map(([name]) => String(name));
  let text = '';
  for (const table of tables) {
    const rows = await connection.runAndReadAll(`select * from ${table}`);
    text += `${table}\n${JSON.stringify(rows.getRowsJson())}\n`;
  }
  connection.closeSync();
  database.closeSync();
  return text;
}
