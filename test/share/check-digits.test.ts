import { describe, expect, it } from 'vitest';
import { isIdentityNumber, isOldIdentityNumber, passesLuhn } from '../../pipeline/share/check-digits.ts';

describe('isIdentityNumber', () => {
  it('takes the example of GB 11643 and no other check character', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    for (const last of '0123456789') expect(isIdentityNumber(`11010519491231002${last}`)).toBe(false);
  });

  it('wants a province and a day that exists', () => {
    expect(isIdentityNumber('99010519491231002X')).toBe(false);
    expect(isOldIdentityNumber('360102900230123')).toBe(false);
    expect(isOldIdentityNumber('360102900228123')).toBe(true);
  });
});

it('passesLuhn takes valid card numbers only', () => {
  expect(passesLuhn('4111111111111111')).toBe(true);
  expect(passesLuhn('4111111111111112')).toBe(false);
});
