import { describe, expect, it } from 'vitest';
import { amounts } from '../../pipeline/share/withheld-rows.ts';

describe('amounts', () => {
  it('writes 1 to 4 as 不足5 and leaves out what there is none of', () => {
    expect(
      amounts([
        ['不予公开', 3],
        ['依申请公开', 0],
        ['未注明', 2],
      ]),
    ).toEqual([
      ['不予公开', '不足5'],
      ['未注明', '不足5'],
    ]);
  });

  it('does not tell the next smallest where one alone could be subtracted from a known sum', () => {
    expect(
      amounts([
        ['不予公开', 3],
        ['依申请公开', 40],
        ['未注明', 12],
      ]),
    ).toEqual([
      ['不予公开', '不足5'],
      ['依申请公开', '40'],
      ['未注明', '5以上'],
    ]);
  });
});
