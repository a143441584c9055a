import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findNotebooks, ownNotebooks } from '../../pipeline/notebooks/find-notebooks.ts';
import { emptyFolder } from '../folder.ts';

it('finds the notebooks of a workspace beside the shipped ones, and not what an editor leaves', () => {
  const workspace = emptyFolder();
  expect(ownNotebooks(workspace)).toBeNull();
  const own = join(workspace, 'notebooks');
  mkdirSync(own);
  for (const name of ['2027-01-05-教师.html', 'template.html', '~$x.html', '.x.html', '说明.txt'])
    writeFileSync(join(own, name), '');
  const found = findNotebooks(ownNotebooks(workspace));
  expect(found.find(({ name }) => name === 'template.html')?.file).toBe(join(own, 'template.html'));
  expect(found.map(({ name }) => name).filter((name) => !name.startsWith('2026'))).toEqual([
    '2027-01-05-教师.html',
    'template.html',
  ]);
  expect(() => findNotebooks(join(workspace, '没有'))).toThrow(/路径不存在/);
  writeFileSync(join(own, 'index.html'), '');
  expect(() => findNotebooks(own)).toThrow(/index\.html：这个名称留给目录页/);
});
