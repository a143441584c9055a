import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDepartments } from '../../pipeline/route/departments.ts';
import { isDepartment, normalizeDepartment } from '../../pipeline/route/normalize-department.ts';

const names = readDepartments();
const isGovernment = (name: string) => /人民政府|街道办事处/.test(name);

describe('normalizeDepartment', () => {
  it.each([
    ['水务局', '水利局'],
    ['某某市水利水电局', '水利局'],
    ['市教体局', '教育局'],
    ['溪源县卫计委', '卫生健康委员会'],
    ['市直机关事务服务中心', '机关事务管理局'],
    ['区 城管局', '城市管理局'],
    ['市水务局（河长办）', '水利局'],
    ['市水利局等单位', '水利局'],
    ['财政局。', '财政局'],
    ['市公安局交警支队', '公安局'],
    ['市公安局高新分局', '公安局'],
    ['市自然资源局云渡区分局', '自然资源和规划局'],
    ['中共临澜市委组织部', '组织部'],
    ['市委市政府信访局', '信访局'],
    ['团市委', '共青团委员会'],
    ['国网临澜供电公司', '供电公司'],
    ['中国电信临澜分公司', '通信管理局'],
    ['某某省某某市溪源县水务局', '水利局'],
    ['溪源县人民政府', '溪源县人民政府'],
    ['溪源县政府', '溪源县人民政府'],
    ['临澜市溪源县人民政府', '溪源县人民政府'],
    ['石门镇政府', '石门镇人民政府'],
    ['东桥街道办', '东桥街道办事处'],
    ['市人民政府', '市人民政府'],
    ['镇政府', '乡镇人民政府'],
    ['高新区管委会', '高新区管理委员会'],
    ['某某公司', '某某公司'],
    ['农村水务局', '农村水务局'],
    ['市直有关部门', '市直有关部门'],
    ['各县（市、区）人民政府', '各县人民政府'],
    ['县人民政府办公室', '人民政府办公室'],
  ])('%s → %s', (raw, expected) => {
    expect(normalizeDepartment(raw, names)).toBe(expected);
  });

  const place = fc.constantFrom(
    '',
    '市',
    '县',
    '临澜市',
    '云渡区',
    '某某省某某市',
    '某某省某某市溪源县',
    '市直',
  );
  const called = fc.constantFrom(
    ...names.longestFirst.filter((n) => !isGovernment(names.byName.get(n) ?? '')),
  );
  const behind = fc.constantFrom('', ' ', '（牵头）', '等', '等单位', '\n', '。');

  it('finds every present and former name of a department, with any place before it', () => {
    fc.assert(
      fc.property(place, called, behind, (before, name, after) => {
        expect(normalizeDepartment(before + name + after, names)).toBe(names.byName.get(name));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing when it is done again, and never answers with nothing', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.array(fc.oneof(place, called, behind)).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = normalizeDepartment(raw, names);
        expect(normalizeDepartment(once, names)).toBe(once);
        expect(once === '').toBe(raw.trim() === '');
      }),
    );
  });
});

it('normalizeDepartment ends quickly on a hostile cell', () => {
  const start = performance.now();
  for (const raw of ['市', '市县', '（', '中共市委', '公安局'])
    normalizeDepartment(`${raw.repeat(2000)}！水利局`, names);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('isDepartment', () => {
  it.each([
    ['水利局', true],
    ['溪源县人民政府', true],
    ['高新区管理委员会', true],
    ['某某公司', false],
    ['各县(市、区)人民政府', false],
    ['市直有关部门', false],
  ])('%s: %s', (name, expected) => {
    expect(isDepartment(name, names)).toBe(expected);
  });
});
