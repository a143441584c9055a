import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
  type Table as WordTable,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, Picture, Report, Span } from './document.ts';
import { toPng } from './draw-chart.ts';
import { numberHeadings } from './number-headings.ts';
import { FONT_TABLE, font, MARK_STYLE, SIZE, STYLES } from './word-styles.ts';
import { printable, wordTable } from './word-table.ts';

/** Millimetres in twips. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);

/** GB/T 9704-2012: A4 with 156 × 225 mm for text. */
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(24) },
};
const TEXT_WIDTH = mm(156);
/** CSS pixels of the text width. */
const PICTURE_WIDTH = Math.round((156 / 25.4) * 96);

/** The report as a .docx in the layout of GB/T 9704; the same report gives the same bytes on the same machine. */
export async function writeWord(report: Report): Promise<{ bytes: Uint8Array; notices: string[] }> {
  const notices: string[] = [];
  const blocks = numberHeadings(report.blocks).flatMap((block, i, all) => {
    if (block.kind !== 'picture') return toWord(block, all[i + 1]?.kind === 'signature');
    const png = toPng(block);
    if (png) return picture(block, png);
    notices.push(`${block.caption}：这台电脑没有中文字体，没有画图`);
    return [body([{ text: `（${block.caption}：生成报告的电脑没有中文字体，没有画图）` }])];
  });
  const document = new Document({
    title: report.title.replaceAll('\n', ''),
    creator: '建言',
    lastModifiedBy: '建言',
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: titleLines(report.title) }),
          ...blocks,
        ],
      },
    ],
  });
  return { bytes: repack(await Packer.toBuffer(document)), notices };
}

/** A title may be written in two lines. */
function titleLines(title: string): TextRun[] {
  return title
    .split('\n')
    .map((line, i) => new TextRun({ text: printable(line), ...(i > 0 && { break: 1 }) }));
}

/** A signature never stands alone on a page: what is before it goes along (`keepNext`). */
function toWord(block: Exclude<Block, Picture>, keepNext: boolean): (Paragraph | WordTable)[] {
  if (block.kind === 'paragraph') return [body(block.spans, keepNext)];
  if (block.kind === 'signature')
    return [new Paragraph({ style: 'SignedBy', keepNext, children: runs({ text: block.text }) })];
  if (block.kind === 'table')
    return [
      new Paragraph({ style: 'TableCaption', keepNext: true, text: printable(block.caption) }),
      wordTable(block, TEXT_WIDTH),
    ];
  const level =
    block.kind === 'heading' && block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
  return [
    new Paragraph({
      heading: level,
      pageBreakBefore: block.kind === 'appendix',
      text: printable(block.text),
    }),
  ];
}

function body(spans: readonly Span[], keepNext = false): Paragraph {
  return new Paragraph({ style: 'Body', keepNext, children: spans.flatMap(runs) });
}

/** What is to be filled in stands out, so that no draft goes out with it. */
function runs({ text, mark }: Span): ParagraphChild[] {
  const pieces = printable(text)
    .split(/(【请填写[^】]*】)/)
    .filter((piece) => piece !== '')
    .map((piece) => new TextRun(piece.startsWith('【请填写') ? { text: piece, highlight: 'yellow' } : piece));
  return mark === undefined ? pieces : [...pieces, new TextRun({ text: `〔${mark}〕`, style: MARK_STYLE })];
}

function picture({ caption, width, height }: Picture, png: Uint8Array): Paragraph[] {
  const size = { width: PICTURE_WIDTH, height: Math.round((height / width) * PICTURE_WIDTH) };
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: size,
    altText: { name: caption, title: caption, description: caption },
  });
  return [
    new Paragraph({ style: 'Picture', children: [image] }),
    new Paragraph({ style: 'TableCaption', text: caption }),
  ];
}

/** — 1 —, on the outer side of the page, one character in. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const side = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  const run = new TextRun({
    font: font('宋体'),
    size: SIZE.四号,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({ children: [new Paragraph({ alignment, indent: side, children: [run] })] });
}

/** Takes the clock and the running ids out of the file, and puts the fonts' substitutes in. */
function repack(written: Uint8Array): Uint8Array {
  const fixed = new Date(2000, 0, 1);
  let picture = 0;
  const entries = Object.entries(unzipSync(written)).map(([name, data]) => {
    const text = (change: (xml: string) => string) => strToU8(change(strFromU8(data)));
    if (name === 'docProps/core.xml')
      return [name, text((xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00Z'))] as const;
    if (name === 'word/fontTable.xml') return [name, strToU8(FONT_TABLE)] as const;
    if (name === 'word/document.xml')
      return [
        name,
        text((xml) => xml.replace(/(<wp:docPr id=")\d+/g, (_, head: string) => `${head}${++picture}`)),
      ] as const;
    return [name, data] as const;
  });
  return zipSync(Object.fromEntries(entries.map(([name, data]) => [name, [data, { mtime: fixed }]])));
}
