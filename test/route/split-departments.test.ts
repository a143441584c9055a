import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDepartments } from '../../pipeline/route/departments.ts';
import { normalizeDepartment } from '../../pipeline/route/normalize-department.ts';
import { splitDepartments } from '../../pipeline/route/split-departments.ts';

const names = readDepartments();

describe('splitDepartments', () => {
  it.each([
    ['水利局和财政局', ['水利局', '财政局']],
    ['市水务局市财政局、', ['市水务局', '市财政局、']],
    ['1.住建局', ['住建局']],
    ['发展和改革委员会', ['发展和改革委员会']],
    ['文化和旅游局', ['文化和旅游局']],
    ['溪源县人民政府及市水利局', ['溪源县人民政府', '市水利局']],
    ['某某公司和水利局', ['某某公司和水利局']],
    ['市直有关部门', ['市直有关部门']],
  ])('%s → %j', (piece, expected) => {
    expect(splitDepartments(piece, names)).toEqual(expected);
  });

  it('takes a run of names apart into those departments', () => {
    const called = names.list.map((d) => d.name).filter((n) => !/人民政府|街道办事处/.test(n));
    const joint = fc.constantFrom('', '和', '及', '、', ' ');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...called), { minLength: 1, maxLength: 4 }),
        joint,
        (list, mark) => {
          const found = splitDepartments(list.join(mark === '、' ? '' : mark), names);
          expect(found.map((name) => normalizeDepartment(name, names))).toEqual(list);
        },
      ),
    );
  });

  it('ends quickly on a cell of nonsense', () => {
    const nonsense = '市县区和'.repeat(20);
    expect(splitDepartments(nonsense, names)).toEqual([nonsense]);
  });
});
