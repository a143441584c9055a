import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { formatCsv, parseCsv } from '../../pipeline/track/csv.ts';

const HEADER = ['议题编号', '议题名称'];

describe('formatCsv and parseCsv', () => {
  it('give back every cell, also one that a spreadsheet would run', () => {
    const cell = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('=1+1', "'=1+1", "''-x", '@a', '+8', '甲,"乙"\n丙;丁'),
      )
      .map((text) => text.replace(/\r/g, '').replace(/\0/g, '').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(fc.record({ 议题编号: cell, 议题名称: cell }), { minLength: 1 }), (rows) => {
        const { rows: read } = parseCsv(formatCsv(HEADER, rows), 'issues.csv', HEADER);
        expect(read.map((r) => r.cells)).toEqual(rows);
      }),
    );
  });

  it('write for Excel: a byte order mark, CRLF, an apostrophe before a formula', () => {
    const bytes = formatCsv(HEADER, [{ 议题编号: 'YT-0001', 议题名称: '=cmd' }]);
    expect(bytes.toString()).toBe("\uFEFF议题编号,议题名称\r\nYT-0001,'=cmd\r\n");
  });

  it('read what Excel saved as GB18030, and leave blank lines out', () => {
    const saved = iconv.encode('议题编号,议题名称\r\nYT-0001,甘竹桥重建\r\n,\r\n', 'gb18030');
    expect(parseCsv(saved, 'issues.csv', HEADER).rows).toEqual([
      { line: 2, cells: { 议题编号: 'YT-0001', 议题名称: '甘竹桥重建' } },
    ]);
  });

  it('name the column that is missing', () => {
    expect(() => parseCsv(Buffer.from('编号,议题名称\n1,甲\n'), 'issues.csv', HEADER)).toThrow(
      /缺少“议题编号”列/,
    );
  });
});
