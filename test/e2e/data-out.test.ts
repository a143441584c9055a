import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Table as ArrowTable, tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable, type Table } from '../../pipeline/publish/read-table.ts';
import { ROOT } from '../../pipeline/root.ts';
import { readModels } from '../../pipeline/store/models.ts';
import { unguardFormula } from '../../pipeline/text/csv.ts';
import { jianyan, SAMPLE } from './jianyan.ts';

const models = readModels();
let out: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  out = join(process.env.TMPDIR ?? '/tmp', `jianyan-data-out-${process.pid}`);
  expect((await jianyan('run', SAMPLE, '--out', out)).code).toBe(0);
  const database = await DuckDBInstance.create(join(out, 'analysis.duckdb'), { access_mode: 'READ_ONLY' });
  connection = await database.connect();
  return () => {
    connection.closeSync();
    database.closeSync();
    rmSync(out, { recursive: true, force: true });
  };
});

describe.each(models)('the files of $name', (model) => {
  let table: Table;
  beforeAll(async () => {
    table = await readTable(connection, model);
  });

  it('are the table, cell by cell, as another library reads the Parquet', async () => {
    const bytes = readFileSync(join(out, 'parquet', `${model.name}.parquet`));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const rows = await parquetReadObjects({ file, compressors });
    expect(rows.length).toBe(table.rows);
    for (const { name, values } of table.columns)
      expect(
        rows.map((row) => plain(row[name])),
        name,
      ).toEqual(values);
  });

  it('are the table, cell by cell, as Arrow', () => {
    const arrow: ArrowTable = tableFromIPC(readFileSync(join(out, 'arrow', `${model.name}.arrow`)));
    for (const { name, type, values } of table.columns) {
      const read = Array.from(arrow.getChild(name) ?? [], (v) => (type === 'date' ? day(v) : plain(v)));
      expect(read, name).toEqual(values);
    }
  });

  it('are the table, cell by cell, as CSV with one line a row', () => {
    const text = readFileSync(join(out, 'csv', `${model.name}.csv`), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n').length).toBe(table.rows + 2);
    const [header, ...rows] = parse(text, { bom: true, cast: unguardFormula });
    expect(header).toEqual(table.columns.map(({ name }) => name));
    for (const [i, { name, values }] of table.columns.entries()) {
      const written = values.map((v) => (typeof v === 'boolean' ? Number(v) : v));
      const expected = written.map((v) => String(v ?? '').replace(/\s*[\r\n]+\s*/g, ' '));
      expect(
        rows.map((row) => row[i]),
        name,
      ).toEqual(expected);
    }
  });
});

describe('the database of a run', () => {
  it('is in the format that DuckDB reads from 1.0 on, as recipes.md says', async () => {
    const reader = await connection.runAndReadAll(
      'select tags::varchar from duckdb_databases() where path is not null',
    );
    expect(reader.getRows()).toEqual([['{storage_version=v1.0.0+}']]);
  });

  it('says of every table and column in Chinese and English what it is', async () => {
    const reader = await connection.runAndReadAll(`
      select schema_name || '.' || table_name as name, comment from duckdb_tables()
      union all select schema_name || '.' || table_name || '.' || column_name, comment from duckdb_columns() where not internal`);
    const silent = reader.getRows().filter(([, comment]) => !/\S \/\/ \S/.test(String(comment)));
    expect(silent).toEqual([]);
    expect(reader.currentRowCount).toBeGreaterThan(500);
  });
});

describe('docs/ of a run', () => {
  it('has every column of the database in the dictionary, under its table', async () => {
    const reader = await connection.runAndReadAll(
      'select schema_name, table_name, column_name from duckdb_columns() where not internal',
    );
    const chapters = readFileSync(join(out, 'docs', 'tables.md'), 'utf8').split('\n## ');
    const missing = reader.getRows().filter(([schema, table, column]) => {
      const chapter = chapters.find((text) => text.startsWith(`${schema}：`)) ?? '';
      const section = chapter.split('\n### ').find((text) => text.startsWith(`${table} `)) ?? '';
      return !section.includes(`\n| \`${column}\` | `);
    });
    expect(missing).toEqual([]);
  });

  it('has the dictionary, the recipes and the methods of this version', () => {
    expect(readdirSync(join(out, 'docs')).sort()).toEqual(['methods.md', 'recipes.md', 'tables.md']);
    for (const name of readdirSync(join(out, 'docs')))
      expect(readFileSync(join(out, 'docs', name))).toEqual(readFileSync(join(ROOT, 'data', 'docs', name)));
  });
});

describe('the recipes', () => {
  const recipes = readFileSync(join(ROOT, 'data', 'docs', 'recipes.md'), 'utf8');
  const blocks = (language: string) =>
    [...recipes.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((m) => m[1] ?? '');
  const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

  it('work on the command line', async () => {
    const [rates = '', meanings = '', ...others] = [
      ...recipes.matchAll(/jianyan -- query 结果 "(.+?)"/g),
    ].map((m) => m[1]);
    expect(others).toEqual([]);
    await expectRates((await jianyan('query', out, rates)).stdout, RATES);
    const file = join(out, '列的含义.csv');
    expect(await jianyan('query', out, meanings, '--out', file)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^overview,key_proposals,其中重点件数 /m);
  });

  it.skipIf(!has('python3', '-c', 'import duckdb, pandas'))('work in Python', async () => {
    expect(blocks('python').length).toBeGreaterThan(1);
    for (const block of blocks('python')) await expectRates(ran('python3', ['-'], block), RATES);
  });

  it.skipIf(!has('Rscript', '--version'))('work in R without packages', async () => {
    const [plainR = ''] = blocks('r').filter((block) => !block.includes('library('));
    const script = join(out, 'recipe.R');
    writeFileSync(script, plainR);
    await expectRates(ran('Rscript', [script]), RATES);
  });

  it.skipIf(!has('pspp', '--version'))('work in SPSS, as PSPP reads its syntax', async () => {
    await expectRates(
      ran('pspp', ['-'], blocks('spss')[0] ?? ''),
      'select period, sum(solved)::integer, sum(with_outcome)::integer from mart.overview group by period',
    );
  });

  const RATES = `select period, numerator, denominator from mart.rates
    where metric = 'solved_rate' and dimension = 'total' and body = '全部' and period <> '全部'`;

  /** A line of the output has the year with numerator and denominator that `sql` gives for it. */
  async function expectRates(stdout: string, sql: string): Promise<void> {
    const rates = (await connection.runAndReadAll(sql)).getRows();
    expect(rates.length).toBe(5);
    for (const [period, numerator, denominator] of rates)
      expect(stdout).toMatch(new RegExp(`${period}\\D+${numerator}\\D+${denominator}\\b`));
  }

  function ran(command: string, args: string[], input = ''): string {
    const { status, stdout, stderr } = spawnSync(command, args, { input, cwd: out, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.anything()]);
    return stdout;
  }
});

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value ?? null;
}

/** Arrow gives a day as milliseconds since 1970. */
function day(value: unknown): string | null {
  return value === null || value === undefined ? null : new Date(Number(value)).toISOString().slice(0, 10);
}
