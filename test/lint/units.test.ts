import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../pipeline/lint/units.ts';

describe('readQuantity', () => {
  it('takes a number with its unit and what makes it a bound', () => {
    expect(readQuantity('90%以上', 0)).toMatchObject({ value: 90, unit: '%', hedge: '以上', end: 5 });
    expect(readQuantity('3000余条', 0)).toMatchObject({ value: 3000, unit: '条', hedge: '余' });
    expect(readQuantity('将近60%', 2)).toMatchObject({ value: 60, hedge: '将近' });
    expect(readQuantity('12个百分点', 0)).toMatchObject({ unit: '个百分点' });
  });

  it('takes no years, numbers of proposals or sayings', () => {
    expect(readQuantity('2024年', 0)).toBe(null);
    expect(readQuantity('第12件', 1)).toBe(null);
    expect(readQuantity('每一件都有答复', 1)).toBe(null);
    expect(readQuantity('没有一件拖延', 2)).toBe(null);
    expect(readQuantity('一个部门', 0)).toBe(null);
  });
});
