import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnType, Table, Value } from '../../pipeline/publish/read-table.ts';
import { writeCsv } from '../../pipeline/publish/write-csv.ts';
import { unguardFormula } from '../../pipeline/text/csv.ts';
import { emptyFolder } from '../folder.ts';

function written(
  columns: Record<string, [type: ColumnType, values: Value[]]>,
  folder = emptyFolder(),
): string {
  const table: Table = {
    name: 't',
    title: '表',
    rows: Object.values(columns)[0]?.[1].length ?? 0,
    columns: Object.entries(columns).map(([name, [type, values]]) => ({ name, label: '标签', type, values })),
  };
  writeCsv(table, join(folder, 't.csv'));
  return readFileSync(join(folder, 't.csv'), 'utf8');
}

describe('writeCsv', () => {
  it('begins with the mark by which Excel knows UTF-8, and names columns as the database does', () => {
    expect(written({ year: ['integer', []], met: ['boolean', []] })).toBe('\uFEFFyear,met\r\n');
  });

  it('writes true and false as 1 and 0, null as nothing, numbers and days as they are', () => {
    const text = written({
      met: ['boolean', [true, false, null]],
      rate: ['number', [-0.5, null, 1]],
      due_on: ['date', [null, '2024-03-05', '2024-03-06']],
    });
    expect(text).toBe('\uFEFFmet,rate,due_on\r\n1,-0.5,\r\n0,,2024-03-05\r\n,1,2024-03-06\r\n');
  });

  it('lets no title run as a formula', () => {
    expect(written({ title: ['text', ['=HYPERLINK("x")', '-1']] })).toBe(
      `\uFEFFtitle\r\n"'=HYPERLINK(""x"")"\r\n'-1\r\n`,
    );
  });

  it('keeps more rows than it holds in memory at a time', () => {
    const numbers = Array.from({ length: 12_345 }, (_, i) => i);
    const lines = written({ n: ['integer', numbers] }).split('\r\n');
    expect(lines.slice(1, -1).map(Number)).toEqual(numbers);
  });

  it('keeps every text but its line breaks, on one line', () => {
    const folder = emptyFolder();
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const file = written({ text: ['text', [text]], after: ['integer', [1]] }, folder);
        expect(file.split(/[\r\n]+/)).toHaveLength(3);
        const [, row] = parse(file, { bom: true });
        expect(row?.[1]).toBe('1');
        expect(unguardFormula(row?.[0] ?? '').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
