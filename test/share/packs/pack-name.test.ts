import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packName } from '../../../pipeline/share/packs/pack-name.ts';

describe('packName', () => {
  it.each([
    ['水利局', '水利局'],
    ['../../财政局', '_.._财政局'],
    ['CON', '_CON'],
    ['lpt1.教育', '_lpt1.教育'],
    ['住建局 . ', '住建局'],
    ['a<b>|"c"?*', 'a_b___c___'],
    ['', '单位'],
  ])('makes a file name of %j', (department, name) => {
    expect(packName(department, new Set())).toBe(name);
  });

  it('gives no name twice, whatever the case', () => {
    const taken = new Set<string>();
    expect(['A局', 'a局', 'A局'].map((name) => packName(name, taken))).toEqual(['A局', 'a局-2', 'A局-3']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 90 }), { maxLength: 6 }), (departments) => {
        const taken = new Set<string>();
        const names = departments.map((name) => packName(name, taken));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$/i);
        }
      }),
    );
  });
});
