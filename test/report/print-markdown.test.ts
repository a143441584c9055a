import { describe, expect, it } from 'vitest';
import { printMarkdown } from '../../pipeline/report/print-markdown.ts';

const paragraph = (text: string) =>
  printMarkdown({ title: '报告', blocks: [{ kind: 'paragraph', spans: [{ text }] }] })
    .replace('# 报告\n\n', '')
    .trimEnd();

describe('printMarkdown', () => {
  it('leaves ordinary text as it reads', () => {
    for (const text of [
      '关于面积<5亩、坡度>25度地块的提案',
      '按照某政办[2024]12号文件',
      '《关于 A&B 园区的建议》（3件）',
      '路径 C:\\台账',
    ])
      expect(paragraph(text)).toBe(text);
  });

  it('lets no tag, link, picture, code or emphasis of a title come to life', () => {
    expect(paragraph('<img src=x onerror=alert(1)>')).toBe('\\<img src=x onerror=alert(1)>');
    expect(paragraph('</p><!-- x --><?php')).toBe('\\</p>\\<!-- x -->\\<?php');
    expect(paragraph('[点击](javascript:alert(1))')).toBe('\\[点击\\](javascript:alert(1))');
    expect(paragraph('![图](http://x)')).toBe('!\\[图\\](http://x)');
    expect(paragraph('<http://x> `x` **重要** &lt;')).toBe('\\<http://x> \\`x\\` \\*\\*重要\\*\\* \\&lt;');
    expect(paragraph('\\<b>')).toBe('\\\\\\<b>');
  });

  it('makes no heading, quotation or list of what a paragraph begins with, and no line of its own', () => {
    expect(paragraph('# 题目')).toBe('\\# 题目');
    expect(paragraph('> 引文')).toBe('\\> 引文');
    expect(paragraph('甲\n# 乙')).toBe('甲 # 乙');
  });

  it('keeps a cell in its cell', () => {
    const text = printMarkdown({
      title: '报告<b>',
      blocks: [
        { kind: 'table', caption: '表', columns: [{ name: '题目', share: 1 }], rows: [['甲|乙\n<i>']] },
      ],
    });
    expect(text).toContain('# 报告\\<b>');
    expect(text).toContain('| 甲\\|乙 \\<i> |');
  });
});
