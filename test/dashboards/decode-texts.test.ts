import { Dictionary, Int32, Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTexts } from '../../dashboards/pages/proposals/decode-texts.ts';

describe('decodeTexts', () => {
  it('gives every text as it was, whatever its characters, and nothing for null', () => {
    const texts = fc.array(fc.option(fc.string({ unit: 'grapheme' })), { minLength: 1 });
    fc.assert(
      fc.property(texts, (values) => {
        const vector = vectorFromArray(values, new Utf8());
        const read = tableFromIPC(tableToIPC(new Table({ texts: vector })));
        const column = read.getChild('texts');
        expect(column && decodeTexts(column)).toEqual(values.map((value) => value ?? ''));
      }),
    );
  });

  it('reads a column of repeated texts too', () => {
    const column = vectorFromArray(['水利局', null, '水利局'], new Dictionary(new Utf8(), new Int32()));
    expect(decodeTexts(column)).toEqual(['水利局', '', '水利局']);
  });
});
