import { describe, expect, it } from 'vitest';
import { listCases } from '../../pipeline/report/list-cases.ts';

describe('listCases', () => {
  it('joins neighbours, by year and body', () => {
    const ids = [
      '政协-2024-10',
      '政协-2024-2',
      '政协-2024-1',
      '政协-2024-3',
      '人大-2024-5',
      '人大-2024-6',
      '无号',
    ];
    expect(listCases(ids)).toBe('政协-2024：1—3, 10；人大-2024：5, 6；无号');
  });
});
