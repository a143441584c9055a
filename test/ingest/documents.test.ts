import { readFileSync } from 'node:fs';
import { CFB, utils, write } from '@e965/xlsx';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../../pipeline/ingest/describe.ts';
import { readDocument } from '../../pipeline/ingest/documents.ts';
import { readWorkbook } from '../../pipeline/ingest/sheets.ts';

const file = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url));

async function docx(...lines: string[]): Promise<Buffer> {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

describe('readDocument', () => {
  it('reads .docx, one paragraph a line', async () => {
    const bytes = await docx('关于修路的提案', '', '第一段。', '第二段。');
    expect(await readDocument(bytes, '.docx', 'a.docx')).toBe('关于修路的提案\n\n第一段。\n第二段。');
  });

  it('reads .doc, and WPS files that are the same inside', async () => {
    expect(await readDocument(file('proposal.doc'), '.doc', 'a.doc')).toContain('关于增设乡镇公交站台的提案');
    expect(await readDocument(file('proposal.doc'), '.wps', 'a.wps')).toContain('候车亭');
  });

  it('reads .pdf: Chinese fonts, broken lines joined, radicals made characters again', async () => {
    const text = await readDocument(file('proposal.pdf'), '.pdf', 'a.pdf');
    expect(text).toContain('关于加固白渡河堤防的提案');
    expect(text.replace(/\n/g, '')).toContain('去年汛期两处出现渗漏，威胁沿岸三个村的安全。');
    expect(text).toContain('白渡河青屏段');
    expect(text).toContain('水质监测点不足');
    expect(text).toMatch(/建议尽快完成勘察，把险段列入除险加固计划/);
  });

  it.each<[string, Buffer | string, string, RegExp]>([
    ['a scan', file('scan.pdf'), '.pdf', /可能是扫描件.*可以选中文字的版本/],
    ['HTML called .doc', '<html><body>关于</body></html>', '.doc', /内容其实是网页.*另存为 \.docx/],
    ['RTF called .doc', '{\\rtf1 abc}', '.doc', /内容其实是 RTF/],
    ['a broken PDF', '%PDF-1.7\nnothing', '.pdf', /无法读出文字.*\.docx/],
    ['text called .docx', '关于修路', '.docx', /扩展名与内容不符/],
  ])('explains %s', async (_, bytes, extension, message) => {
    await expect(readDocument(Buffer.from(bytes), extension, `件${extension}`)).rejects.toThrow(message);
  });
});

describe('readWorkbook', () => {
  it('reads .et, which is .xls inside, and dates of 1904 workbooks', () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['案由', '答复日期'],
        ['修路', 43894],
      ]),
      's',
    );
    const [grid] = readWorkbook(write(book, { type: 'buffer', bookType: 'biff8' }), 'a.et');
    expect(grid?.rows).toEqual([
      ['案由', '答复日期'],
      ['修路', 43894],
    ]);
    const sheet = book.Sheets.s;
    if (sheet?.B2) sheet.B2.z = 'yyyy-mm-dd';
    book.Workbook = { WBProps: { date1904: true } };
    const [later] = readWorkbook(write(book, { type: 'buffer', bookType: 'xlsx' }), 'b.xlsx');
    expect(later?.rows[1]?.[1]).toBe(43894 + 1462);
  });

  it('says that a workbook is locked', () => {
    const container = CFB.utils.cfb_new();
    for (const name of ['/EncryptionInfo', '/EncryptedPackage'])
      CFB.utils.cfb_add(container, name, Buffer.alloc(64));
    const locked = Buffer.from(CFB.write(container, { type: 'buffer' }));
    expect(() => readWorkbook(locked, 'a.xlsx')).toThrow(/a\.xlsx：.*密码；请/);
  });
});

describe('describeDocument', () => {
  it('takes number, proposer and title from the head, and the rest as text', () => {
    const head = '政协某某市委员会提案\n案号：政协〔2024〕第0012号\n提案人：张某\n关于修路的提案\n正文在此。';
    expect(describeDocument(head, '文本/x.docx')).toMatchObject({
      number: '12',
      year: 2024,
      body: '政协',
      proposer: '张某',
      title: '关于修路的提案',
      text: '正文在此。',
    });
  });

  it('passes over a remark in brackets, and takes no year of a file name for a number', () => {
    const head = '（示例数据）\n类别：政协\n让独居老人的门有人敲\n正文在此。';
    expect(describeDocument(head, '2025年政协-让独居老人的门有人敲.txt')).toMatchObject({
      ...{ number: null, year: 2025, title: '让独居老人的门有人敲', text: '正文在此。' },
    });
  });

  it('joins a title that is broken into two lines', () => {
    const { title, text } = describeDocument('关于加快推进农村\n公路建设的提案\n正文在此。', 'x.txt');
    expect([title, text]).toEqual(['关于加快推进农村公路建设的提案', '正文在此。']);
  });

  it('falls back to the name of the file, then to the first sentence', () => {
    expect(
      describeDocument('村里没有路灯，晚上出行不便，请尽快安装。', '0012 关于安装路灯的建议.txt'),
    ).toMatchObject({ title: '关于安装路灯的建议', number: '12' });
    expect(describeDocument('村里没有路灯，晚上出行不便。请尽快安装。', '0012.txt')).toMatchObject({
      title: '村里没有路灯，晚上出行不便',
      number: '12',
    });
  });
});
