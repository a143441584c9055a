import { describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/errors.ts';
import { decodeText } from '../../pipeline/ingest/decode.ts';
import { BIG5_SAMPLE, GB18030_SAMPLE } from './encoded.ts';

describe('decodeText', () => {
  it('reads UTF-8 with and without BOM, UTF-16 and CRLF line ends', () => {
    expect(decodeText(Buffer.from('\uFEFF案由\r\n水利'), 'a.csv')).toBe('案由\n水利');
    expect(decodeText(Buffer.from('案由\n水利'), 'a.csv')).toBe('案由\n水利');
    expect(decodeText(Buffer.from('\uFEFF案由', 'utf16le'), 'a.csv')).toBe('案由');
  });

  it('reads GB18030', () => {
    expect(decodeText(GB18030_SAMPLE, 'a.csv')).toContain('关于加强农村饮水安全的提案');
  });

  it('refuses Big5, which GB18030 would read as rare characters without an error', () => {
    expect(new TextDecoder('gb18030', { fatal: true }).decode(BIG5_SAMPLE)).not.toContain('\uFFFD');
    expect(() => decodeText(BIG5_SAMPLE, '旧台账.csv')).toThrow(InputError);
    expect(() => decodeText(BIG5_SAMPLE, '旧台账.csv')).toThrow(/旧台账\.csv.*Big5.*另存为/);
  });
});
