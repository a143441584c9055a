import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../pipeline/root.ts';
import { topicExamples } from '../classify/labelled.ts';
import { emptyFolder } from '../folder.ts';
import { jianyan, SAMPLE } from './jianyan.ts';

const LEDGER = join(SAMPLE, 'input', '2021年', '人大建议2021.csv');
const arguments_ = ['--target', 'department', '--label', '责任'];

function ledger(folder: string, rows: [title: string, label: string][]): string {
  const file = join(folder, '台账.csv');
  writeFileSync(file, `案由,分类\n${rows.map((row) => row.join(',')).join('\n')}\n`);
  return file;
}

const TWO: [string, string][] = Array.from({ length: 12 }, (_, i) =>
  i % 2 === 0 ? [`关于修建水库${i}的建议`, '水利'] : [`关于新建学校${i}的建议`, '教育'],
);

describe('jianyan train and evaluate', () => {
  it('learn from a real ledger without renaming anything, and judge the model', async () => {
    const model = join(emptyFolder(), '模型.json');
    const file = join(SAMPLE, 'input', '2020年', '政协提案办理台账2020.csv');
    const flags = ['--target', 'department', '--label', '主办单位', '--skip-rare'];
    const trained = await jianyan('train', file, ...flags, '--out', model);
    expect([trained.code, trained.stdout]).toEqual([0, '']);
    expect(trained.stderr).toMatch(/只出现一次的标签，已略去[\s\S]*交叉验证：准确率九成时可自动判断/);
    const judged = await jianyan('evaluate', file, ...flags, '--model', model, '--format', 'json');
    expect(JSON.parse(judged.stdout)).toMatchObject({ accuracy: expect.any(Number), target: 'department' });
    expect(JSON.parse(judged.stdout).accuracy).toBeGreaterThan(0.8);
  });

  it('train topics on a ledger that calls them by name, and use the model in a run', async () => {
    const folder = emptyFolder();
    const names: Record<string, string> = {
      water: '水务',
      education: '教育',
      transport: '交通运输',
      healthcare: '医疗卫生',
    };
    const file = ledger(
      folder,
      topicExamples.map((e) => [e.title.replaceAll(',', '，'), names[e.labels[0] ?? ''] ?? '']),
    );
    const workspace = join(folder, '工作区');
    expect((await jianyan('init', workspace)).code).toBe(0);
    const model = join(workspace, '模型.json');
    const trained = await jianyan('train', file, '--target', 'topic', '--label', '分类', '--out', model);
    expect([trained.code, trained.stderr]).toEqual([0, expect.stringContaining('标签已对应到主题词表')]);
    const yaml = readFileSync(join(workspace, 'jianyan.yaml'), 'utf8');
    writeFileSync(join(workspace, 'jianyan.yaml'), yaml.replace('models: {}', 'models: {topic: 模型.json}'));
    copyFileSync(file, join(workspace, 'input', '2024政协提案.csv'));
    const out = join(folder, 'out');
    expect(await jianyan('run', workspace, '--out', out)).toMatchObject({ code: 0 });
    const table = tableFromIPC(readFileSync(join(out, 'arrow', 'proposals.arrow')));
    const topics = new Set(Array.from({ length: table.numRows }, (_, i) => table.getChild('topic')?.get(i)));
    expect([...topics].sort()).toEqual(['education', 'healthcare', 'transport', 'water']);
  });

  it('cross-validate on a table, several labels in a cell included', async () => {
    const rows = TWO.map(([title, label], i): [string, string] => [
      title,
      i % 6 === 0 ? `${label}、农业` : label,
    ]);
    const file = ledger(emptyFolder(), rows);
    const { code, stdout } = await jianyan(
      'evaluate',
      file,
      '--target',
      '分类',
      '--label',
      '分类',
      '--folds',
      '2',
    );
    expect(code).toBe(0);
    for (const part of ['2 折交叉验证', '准确率', '宏平均 F1', '一、各标签', '样本不足 10 条的标签'])
      expect(stdout).toContain(part);
  });

  it.each<[string, (folder: string) => string[], RegExp]>([
    [
      'a column that is not there',
      () => ['train', LEDGER, ...arguments_],
      /没有“责任”这一列；.*建议号、标题/,
    ],
    [
      'one class only',
      (f) => [
        'train',
        ledger(
          f,
          TWO.map(([t]) => [t, '水利']),
        ),
        '--target',
        't',
        '--label',
        '分类',
      ],
      /只有一种标签（水利）/,
    ],
    [
      'a class with one example',
      (f) => ['train', ledger(f, [...TWO, ['关于养老', '民政']]), '--target', 't', '--label', '分类'],
      /只出现一次.*民政；.*--skip-rare/,
    ],
    [
      'empty texts',
      (f) => [
        'train',
        ledger(
          f,
          TWO.map(([, l]) => ['', l]),
        ),
        '--target',
        't',
        '--label',
        '分类',
      ],
      /没有一行既有标签又有标题|没有/,
    ],
    [
      'a file that is no ledger',
      (f) => ['train', join(f, '无.xlsx'), '--target', 't', '--label', '分类'],
      /路径不存在/,
    ],
  ])('explain %s', async (_, command, message) => {
    const folder = emptyFolder();
    const out = join(folder, 'm.json');
    const { code, stderr, stdout } = await jianyan(...command(folder), '--out', out);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(message)]);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['is cut off', (t) => t.slice(0, t.length / 2), /不是完整的建言模型文件/],
    ['has lost half a table', (t) => t.replace(/("idf":"[^"]{40})[^"]*/, '$1'), /不是完整的建言模型文件/],
    ['has one letter changed', (t) => t.replace(/("weights":"[^"]{40})./, '$1+'), /不是完整的建言模型文件/],
    ['is another version', (t) => t.replace(/"version":\d+/, '"version":99'), /另一个版本/],
    ['is something else', () => '{"a":1}', /不是完整的建言模型文件/],
  ])('explain a model that %s', async (_, damage, message) => {
    const folder = emptyFolder();
    const file = ledger(folder, TWO);
    const model = join(folder, 'm.json');
    const flags = ['--target', '分类', '--label', '分类'];
    expect((await jianyan('train', file, ...flags, '--out', model)).code).toBe(0);
    writeFileSync(model, damage(readFileSync(model, 'utf8')));
    const { code, stderr } = await jianyan('evaluate', file, ...flags, '--model', model);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });

  it('judge a model of topics on a ledger that calls them by name, and say which labels it lacks', async () => {
    const rows: [string, string][] = [
      ['关于病险水库除险加固的提案', '水利'],
      ['关于增加普惠性幼儿园学位的建议', '教育'],
      ['关于月球基地的建议', '航天'],
    ];
    const file = ledger(emptyFolder(), rows);
    const flags = ['--target', 'topic', '--label', '分类', '--model', join(ROOT, 'data', 'model.json')];
    const { stdout } = await jianyan('evaluate', file, ...flags, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      accuracy: 2 / 3,
      notices: [expect.stringContaining('航天（1）')],
    });
    const strange = ledger(emptyFolder(), [['关于月球基地的建议', '航天']]);
    const none = await jianyan('evaluate', strange, ...flags);
    expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/没有一个相同.*航天/)]);
  });

  it('takes a cell of a hundred million characters', { timeout: 120_000 }, async () => {
    const folder = emptyFolder();
    const file = join(folder, '大.jsonl');
    const long = '水'.repeat(33_000_000);
    const lines = TWO.map(([title, label], i) =>
      JSON.stringify({ id: String(i), title, text: i === 0 ? long : '', label }),
    );
    writeFileSync(file, lines.join('\n'));
    const { code } = await jianyan(
      'train',
      file,
      '--target',
      't',
      '--label',
      'label',
      '--out',
      join(folder, 'm.json'),
    );
    expect(code).toBe(0);
  });
});
