import { describe, expect, it } from 'vitest';
import { bodyOf, parseNumber, yearOf } from '../../pipeline/ingest/numbers.ts';

describe('parseNumber', () => {
  it.each([
    ['第0123号', { number: '123', year: null, body: null }],
    ['政协〔2024〕12号', { number: '12', year: 2024, body: '政协' }],
    ['人大【2023】第007号', { number: '7', year: 2023, body: '人大' }],
    ['2024年第35号', { number: '35', year: 2024, body: null }],
    ['００４５', { number: '45', year: null, body: null }],
    [17, { number: '17', year: null, body: null }],
    ['A12', { number: 'A12', year: null, body: null }],
    ['提案第88号', { number: '88', year: null, body: '政协' }],
    ['', { number: null, year: null, body: null }],
  ])('takes %s apart', (cell, expected) => {
    expect(parseNumber(cell)).toEqual(expected);
  });
});

describe('bodyOf', () => {
  it('tells 政协 from 人大 and says nothing where both or neither are named', () => {
    expect(bodyOf('2021年政协提案台账')).toBe('政协');
    expect(bodyOf('人大代表建议办理情况')).toBe('人大');
    expect(bodyOf('建议提案办理台账')).toBe('政协');
    expect(bodyOf('人大建议和政协提案')).toBeNull();
    expect(bodyOf('县议会议员提案')).toBeNull();
  });
});

describe('yearOf', () => {
  it('wants exactly one year', () => {
    expect(yearOf('2021年提案台账（终稿）')).toBe(2021);
    expect(yearOf('2020-2024台账')).toBeNull();
    expect(yearOf('编号20210012')).toBeNull();
  });
});
