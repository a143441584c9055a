import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, guardFormula, unguardFormula } from '../../pipeline/text/csv.ts';

describe('guardFormula', () => {
  it('puts an apostrophe before what a spreadsheet would run', () => {
    for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', "'=1+1", '\t=1'])
      expect(guardFormula(text)).toBe(`'${text}`);
    expect(guardFormula('关于=号的提案')).toBe('关于=号的提案');
  });
});

describe('csvLine', () => {
  it('writes numbers plainly, 是 and 否, and nothing for null', () => {
    expect(csvLine(['甲', -1.5, true, false, null])).toBe('甲,-1.5,是,否,\r\n');
  });

  it('with guardFormula gives back any text through a CSV reader and unguardFormula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (texts) => {
        const rows: string[][] = parse(csvLine(texts.map(guardFormula)), { relax_column_count: true });
        expect(rows[0]?.map(unguardFormula)).toEqual(texts);
      }),
    );
  });
});
