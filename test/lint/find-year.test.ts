import { describe, expect, it } from 'vitest';
import { findYear } from '../../pipeline/lint/find-year.ts';

describe('findYear', () => {
  it('takes the year of the title, else the one named most', () => {
    expect(findYear('2021年2月交办,2021年8月办结', '2020年提案办理情况报告')).toBe(2020);
    expect(findYear('与2020年相比,2021年收到提案9件,2021年全部办结', null)).toBe(2021);
  });

  it('leaves documents and their numbers out, unless nothing else tells', () => {
    expect(findYear('2022年,按照《2019年规划》〔2019〕3号、《2019年意见》办理', null)).toBe(2022);
    expect(findYear('按照《关于做好2021年度建议提案办理工作的通知》办理', null)).toBe(2021);
    expect(findYear('按照《2019年林业规划》办理', null)).toBe(null);
  });

  it('reads a date in Chinese numerals, and no year that is left blank', () => {
    expect(findYear('二0一一年八月十九日', null)).toBe(2011);
    expect(findYear('20**年,xx年', null)).toBe(null);
  });
});
