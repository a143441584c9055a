import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compare } from '../../pipeline/compare/compare.ts';
import { printComparison } from '../../pipeline/compare/print-comparison.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { readModels } from '../../pipeline/store/models.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';

const LEDGER = join('input', '2024年', '2024年人大建议.csv');
const NEW =
  '999,关于在云岭镇设置公交首末站的建议,梁澄颖,云渡代表团,交通运输局,,2024-03-20,2024-04-01,,,,,,,,\n';

/** Puts `after` where `before` stood, which must be there. */
function edit(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(before);
  writeFileSync(file, text.replace(before, after));
}

it('tells of the sample city what a corrected cell, a late row and a later day have changed', {
  timeout: 180_000,
}, async () => {
  const folder = emptyFolder();
  const workspace = join(folder, '工作区');
  for (const name of ['input', 'jianyan.yaml'])
    cpSync(join(SAMPLE, name), join(workspace, name), { recursive: true });
  await run(workspace, join(folder, '原结果'), silentProgress);

  edit(join(workspace, LEDGER), /(\n2,[^\n]*,)列入计划(,2024-04-03,)/, '$1解决采纳$2');
  edit(join(workspace, LEDGER), /$(?![\s\S])/, NEW);
  edit(join(workspace, 'jianyan.yaml'), 'as_of: 2024-12-31', 'as_of: 2025-03-31');
  await run(workspace, join(folder, '新结果'), silentProgress);

  const found = await compare(join(folder, '原结果'), join(folder, '新结果'));
  const page = printComparison(found, readModels()).replaceAll(`${folder}/`, '');
  await expect(page).toMatchFileSnapshot('../golden/comparison.txt');
});
