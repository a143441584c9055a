import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeDepartment, readDepartments } from '../../pipeline/route/departments.ts';

const names = readDepartments();

describe('normalizeDepartment', () => {
  it.each([
    ['水务局', '水利局'],
    ['某某市水利水电局', '水利局'],
    ['市教体局', '教育局'],
    ['溪源县卫计委', '卫生健康委员会'],
    ['市直机关事务服务中心', '机关事务管理局'],
    ['区 城管局', '城市管理局'],
    ['溪源县人民政府', '溪源县人民政府'],
    ['临澜市溪源县人民政府', '溪源县人民政府'],
    ['市人民政府', '市人民政府'],
    ['高新区管理委员会', '高新区管理委员会'],
    ['某某公司', '某某公司'],
  ])('%s → %s', (raw, expected) => {
    expect(normalizeDepartment(raw, names)).toBe(expected);
  });

  it('leaves every canonical name as it is, with any place before it', () => {
    const place = fc.constantFrom('', '市', '县', '临澜市', '云渡区', '某某省某某市');
    const name = fc.constantFrom(...[...names.byName.values()].filter((n) => !/人民政府|街道办事处/.test(n)));
    fc.assert(
      fc.property(place, name, (before, canonical) => {
        expect(normalizeDepartment(before + canonical, names)).toBe(canonical);
      }),
    );
  });
});
