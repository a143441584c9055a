import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';

/** Half points of the Chinese sizes: 二号 22, 三号 16, 四号 14, 小四 12, 五号 10.5, 小五 9. */
export const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** Line pitch of 29 points: 22 lines on the 225 mm that GB/T 9704-2012 leaves for text. In twips. */
const PITCH = 29 * 20;

/** Two characters of 三号, in twips. */
const INDENT = 2 * 16 * 20;

export const MARK_STYLE = 'NoteMark';

/** Digits and Latin letters as in most offices' documents; Chinese by the standard. */
export const font = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: name,
});

const exact = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const heading = (name: string) => ({
  run: { font: font(name), size: SIZE.三号, bold: false, color: '000000' },
  paragraph: { spacing: exact(PITCH), indent: { firstLine: INDENT }, keepNext: true },
});

/** The looks of GB/T 9704-2012 (党政机关公文格式). */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: font('仿宋'), size: SIZE.三号, language: { eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact(PITCH) },
    },
    title: {
      run: { font: font('方正小标宋简体'), size: SIZE.二号 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact(36 * 20), after: PITCH } },
    },
    heading1: heading('黑体'),
    heading2: heading('楷体'),
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: '正文内容',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: INDENT } },
    },
    {
      id: 'SignedBy',
      name: '落款',
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 2 * INDENT } },
    },
    {
      id: 'TableCaption',
      name: '表题图题',
      run: { font: font('黑体'), size: SIZE.小四 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 400, lineRule: LineRuleType.EXACT, before: 160, after: 80 },
      },
    },
    {
      id: 'Cell',
      name: '表格内容',
      run: { font: font('宋体'), size: SIZE.五号 },
      paragraph: { spacing: { line: 280, lineRule: LineRuleType.AT_LEAST, before: 20, after: 20 } },
    },
    {
      id: 'SmallCell',
      name: '表格小字',
      basedOn: 'Cell',
      run: { size: SIZE.小五 },
      paragraph: { spacing: { line: 220, lineRule: LineRuleType.AT_LEAST, before: 20, after: 20 } },
    },
    {
      id: 'Picture',
      name: '图',
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 160 },
      },
    },
  ],
  characterStyles: [{ id: MARK_STYLE, name: '数字依据注号', run: { superScript: true, color: '5f6b7a' } }],
};

/** What Word takes where a machine lacks a font: the first of these that it has. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ['方正小标宋简体', '方正小标宋_GBK,华文中宋,宋体,Noto Serif CJK SC'],
  ['仿宋', '仿宋_GB2312,FangSong,华文仿宋,Noto Serif CJK SC'],
  ['楷体', '楷体_GB2312,KaiTi,华文楷体,Noto Serif CJK SC'],
  ['黑体', 'SimHei,Noto Sans CJK SC'],
  ['宋体', 'SimSun,Noto Serif CJK SC'],
]
  .map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('')}</w:fonts>`;
