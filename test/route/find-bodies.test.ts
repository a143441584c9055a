import { describe, expect, it } from 'vitest';
import { findBodies } from '../../pipeline/route/find-bodies.ts';

describe('findBodies', () => {
  const named = (title: string) => findBodies(title, '', []).map((b) => [b.department, b.place]);

  it.each([
    ['关于石门镇饮水困难的建议', [['乡镇人民政府', '石门镇']]],
    ['请求解决上坪乡道路问题', [['乡镇人民政府', '上坪乡']]],
    ['关于在溪源县建设冷库的提案', [['溪源县人民政府', '溪源县']]],
    ['东桥街道老菜场改造', [['街道办事处', '东桥街道']]],
    ['关于老旧小区改造的提案', []],
    ['关于加快城镇化的建议', []],
    ['关于推进乡村振兴的提案', []],
    ['关于支持返乡创业的建议', []],
    ['关于规范景区停车的提案', []],
    ['关于工业园区用工的建议', []],
    ['', []],
  ])('%s → %j', (title, expected) => {
    expect(named(title)).toEqual(expected);
  });

  it('finds the place of a government that handled cases before anywhere in the text', () => {
    expect(findBodies('改造码头', '位于青屏县的码头', ['青屏县人民政府', '高新区管理委员会'])).toEqual([
      { department: '青屏县人民政府', place: '青屏县', inTitle: false },
    ]);
  });
});
