import { describe, expect, it } from 'vitest';
import { readNames } from '../../pipeline/lint/names.ts';
import { readPlace } from '../../pipeline/lint/read-place.ts';

const { cities } = readNames();

describe('readPlace', () => {
  it('takes the place before an office, the smallest of several', () => {
    expect(readPlace('临澜市', true, cities)).toBe('临澜市');
    expect(readPlace('某某省临澜市溪源县', true, cities)).toBe('溪源县');
    expect(readPlace('寿县', true, cities)).toBe('寿县');
  });

  it('leaves off what stands before the place', () => {
    expect(readPlace('接到市', true, cities)).toBe('市');
    expect(readPlace('由临湖区', true, cities)).toBe('临湖区');
    expect(readPlace('九三学社玉溪市', false, cities)).toBe('玉溪市');
  });

  it('gives the bare level where the text leaves the place out, and nothing where there is none', () => {
    expect(readPlace('我市', true, cities)).toBe('市');
    expect(readPlace('有关', true, cities)).toBe('');
  });
});
