import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assertSafeZip } from '../../pipeline/ingest/unpack.ts';
import { workbook } from './make-files.ts';

const MB = 1024 * 1024;

describe('assertSafeZip', () => {
  it('lets a workbook pass', () => {
    expect(() => assertSafeZip(workbook({ s: { rows: [['案由'], ['修水库']] } }), 'a.xlsx')).not.toThrow();
  });

  it('stops at the limit, whatever sizes the zip states', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(8 * MB) }, { level: 1 });
    expect(bomb.length).toBeLessThan(MB / 4);
    expect(() => assertSafeZip(bomb, 'a.xlsx', 4 * MB)).toThrow(/a\.xlsx：解压后超过 4 MB，疑似压缩炸弹/);
    // The stated size (22 bytes into the local header, 24 into the directory) is a lie of one byte.
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(1, 22);
    lying.writeUInt32LE(1, lying.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
    expect(() => assertSafeZip(lying, 'a.xlsx', 4 * MB)).toThrow(/压缩炸弹/);
  });

  it('names a file that is cut short or is no zip', () => {
    const whole = zipSync({ a: deflateRawSync(Buffer.from('x'.repeat(5000))) });
    expect(() => assertSafeZip(whole.subarray(0, whole.length - 30), 'a.xlsx')).toThrow(/损坏/);
    expect(() => assertSafeZip(Buffer.from('PK\u0003\u0004garbage'), 'a.xlsx')).toThrow(/损坏/);
  });
});
