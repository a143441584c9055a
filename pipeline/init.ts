import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, InputError } from './errors.ts';
import { REVIEWS_HEADER } from './review/append-review.ts';
import { ROOT } from './root.ts';
import { formatCsv } from './track/csv.ts';
import { ISSUES } from './track/read-registry.ts';

/**
 * Makes a workspace in `folder`: a commented jianyan.yaml, input/, reviews.csv, issues.csv and the wording of
 * reports; with `sample` the sample city's ledgers. What is there already is left as it is. Returns what was done, for the user. Throws
 * InputError when the folder holds something else.
 */
export function init(folder: string, sample: boolean): string {
  const source = join(ROOT, 'data', sample ? 'sample' : 'workspace');
  try {
    const isOurs = existsSync(join(folder, 'jianyan.yaml'));
    if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0) {
      throw new InputError(folder, '文件夹里有其他内容', '请换一个空文件夹或新的名称');
    }
    mkdirSync(join(folder, 'input'), { recursive: true });
    const done = [
      keep(join(folder, 'jianyan.yaml'), (file) => cpSync(join(source, 'jianyan.yaml'), file)),
      keep(join(folder, 'reviews.csv'), (file) => writeFileSync(file, REVIEWS_HEADER)),
      keep(join(folder, 'issues.csv'), (file) => writeFileSync(file, formatCsv(ISSUES.header, []))),
      keep(join(folder, 'report-template.yaml'), (file) =>
        cpSync(join(ROOT, 'data', 'report', 'report-template.yaml'), file),
      ),
    ];
    const isEmpty = readdirSync(join(folder, 'input')).length === 0;
    if (sample && isEmpty) cpSync(join(source, 'input'), join(folder, 'input'), { recursive: true });
    if (done.every((made) => !made)) return `工作区已存在，没有改动：${folder}\n`;
    const next = sample ? '（已放入示例数据）' : `。请把台账和提案文本放进 ${join(folder, 'input')}`;
    return `工作区已建好：${folder}${next}\n下一步：jianyan run ${folder} --out out\n`;
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

function keep(file: string, make: (file: string) => void): boolean {
  if (existsSync(file)) return false;
  make(file);
  return true;
}
