import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../pipeline/report/template.ts';
import { emptyFolder } from '../folder.ts';

function template(text: string) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'report-template.yaml'), text);
  return () => readTemplate(folder, ['收到', '年度']);
}

describe('readTemplate', () => {
  it('takes the workspace’s own wording', () => {
    const read = template('title: 我的报告\nsentences: {}\ncontent:\n  - heading: 情况\n');
    expect(read().title).toBe('我的报告');
  });

  it('tells an unknown figure with its line and the names that there are', () => {
    const wrong =
      'title: 报告\nsentences:\n  收到情况:\n    about: 收到\n    text: "共{{收倒}}。"\ncontent: []\n';
    expect(template(wrong)).toThrow(/第 5 行：.*没有名为“收倒”的数字；可用的有：收到、年度/);
    expect(template('title: 报告\nsentences: {}\ncontent:\n  - text: "{{无}}"\n')).toThrow(/第 4 行：.*“无”/);
  });
});
