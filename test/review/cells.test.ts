import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard } from '../../pipeline/review/cells.ts';
import { csvLine, unguardFormula } from '../../pipeline/text/csv.ts';

describe('guard', () => {
  it('puts an apostrophe before what a spreadsheet would run', () => {
    for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', "'=1+1", '\t=1'])
      expect(guard(text)).toBe(`'${text}`);
    expect(guard('关于=号的提案')).toBe('关于=号的提案');
  });

  it('keeps paragraphs on one line and within what Excel can hold', () => {
    expect(guard('第一段。\r\n  第二段。\n')).toBe('第一段。　　第二段。　　');
    expect(guard('长'.repeat(40_000))).toHaveLength(30_000);
  });

  it('is undone by unguardFormula, through a CSV reader, for any text on one line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (texts) => {
        const lines = texts.map((t) => t.replace(/[\p{Cc}\ufeff]/gu, ''));
        const rows: string[][] = parse(csvLine(lines.map(guard)));
        expect(rows[0]?.map(unguardFormula)).toEqual(lines);
      }),
    );
  });
});
