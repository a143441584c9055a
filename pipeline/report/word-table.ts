import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { Table } from './document.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

/** Tables with much text in their cells are set smaller. */
const MUCH = 12;

/** Rows with a longer cell may go on on the next page. */
const LONG = 160;

/** A three-line table (三线表) over the text width, given in twips; its head repeats on every page. */
export function wordTable({ columns, rows }: Table, width: number): WordTable {
  const widths = columns.map(({ share }) => Math.round(share * width));
  const cells = rows.flat();
  const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  const style = columns.length > 6 || mean > MUCH ? 'SmallCell' : 'Cell';
  const row = (texts: readonly string[], isHead: boolean, isLong: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: !isLong,
      children: texts.map((text, i) =>
        cell(text, { style, isHead, isNumber: columns[i]?.isNumber === true, width: widths[i] ?? 0 }),
      ),
    });
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: THICK,
      bottom: THICK,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      row(
        columns.map(({ name }) => name),
        true,
        false,
      ),
      ...rows.map((texts) =>
        row(
          texts,
          false,
          texts.some((text) => text.length > LONG),
        ),
      ),
    ],
  });
}

function cell(
  text: string,
  { style, isHead, isNumber, width }: { style: string; isHead: boolean; isNumber: boolean; width: number },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
    margins: { left: 40, right: 40 },
    ...(isHead && { borders: { bottom: THIN } }),
    children: [
      new Paragraph({
        style,
        alignment: isHead ? AlignmentType.CENTER : isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: isHead,
        children: [new TextRun({ text: printable(text), bold: isHead })],
      }),
    ],
  });
}

/** Control characters may not stand in XML. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
}
