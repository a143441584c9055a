import { describe, expect, it } from 'vitest';
import { nameFinder, personNames } from '../../pipeline/share/person-names.ts';

describe('personNames', () => {
  it.each([
    ['张三、李 四（民建）等3人', ['张三', '李四']],
    ['张三 李四 王五', ['张三', '李四', '王五']],
    ['张　三', ['张三']],
    ['欧阳建国;阿卜杜·热合曼', ['欧阳建国', '阿卜杜·热合曼']],
    ['民盟临澜市委（执笔：张科）', ['张科']],
    ['王芳委员', ['王芳']],
    ['张三，13800138000', ['张三']],
    ['John Smith', ['John Smith']],
    ['市政协经济委员会', []],
    ['致公党临澜市总支', []],
    ['市工商联', []],
    ['农业和农村界', []],
  ])('reads %s', (cell, names) => {
    expect(personNames(cell)).toEqual(names);
  });
});

describe('nameFinder', () => {
  it('finds a name with a blank in it, and the longer of two', () => {
    const find = nameFinder(['张三', '欧阳建国', '欧阳建']);
    expect(find('据张 三和欧阳建国反映')).toEqual([
      { start: 1, end: 4 },
      { start: 5, end: 9 },
    ]);
  });
});
