import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../pipeline/ingest/sheets.ts';
import { HOSTILE_FILES } from '../serve/hostile-files.ts';

/** A workbook of one sheet. */
function workbook(sheet: WorkSheet): Uint8Array {
  return write({ SheetNames: ['甲'], Sheets: { 甲: sheet } }, { type: 'buffer', bookType: 'xlsx' });
}

describe('readWorkbook(bytes, file)', () => {
  it('reads a sheet as a rectangle, merged cells in every cell', () => {
    const sheet = utils.aoa_to_sheet([
      ['案由', '单位'],
      ['甲', null],
    ]);
    sheet['!merges'] = [utils.decode_range('A2:B2')];
    expect(readWorkbook(workbook(sheet), 'a.xlsx')[0]?.rows).toEqual([
      ['案由', '单位'],
      ['甲', '甲'],
    ]);
  });

  it('leaves out the empty rows and columns that a sheet claims', () => {
    const sheet = utils.aoa_to_sheet([['案由'], ['甲']]);
    sheet['!ref'] = 'A1:Z60000';
    expect(readWorkbook(workbook(sheet), 'a.xlsx')[0]?.rows).toEqual([['案由'], ['甲']]);
  });

  it('refuses a sheet whose corners are too far apart', () => {
    const bytes = HOSTILE_FILES['大表.xlsx']?.() ?? new Uint8Array();
    expect(() => readWorkbook(bytes, 'a.xlsx')).toThrow(
      /a\.xlsx［a］：工作表范围过大（1048576 行 × 16384 列）/,
    );
  });
});
