import { strToU8, zipSync, zlibSync } from 'fflate';

const MB = 1024 * 1024;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Uploads as nobody should send them, by file name: made here, so that none is kept. */
export const HOSTILE_FILES: Record<string, () => Uint8Array> = {
  '压缩炸弹.docx': () => docx(strToU8('<a>'), { 'word/media/a.png': new Uint8Array(140 * MB) }),
  '压缩炸弹.xlsx': () => xlsx(new Uint8Array(140 * MB)),
  '嵌套.docx': () => docx(strToU8(`<w:document ${W}><w:body>${'<w:ins>'.repeat(300_000)}`)),
  '嵌套完整.docx': () => docx(strToU8(`<w:document ${W}>${nested(200_000)}</w:document>`)),
  '亿笑.docx': () =>
    docx(
      strToU8(
        `${laughs()}<w:document ${W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    ),
  '外部实体.docx': () =>
    docx(
      strToU8(
        `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    ),
  '大表.xlsx': () =>
    xlsx(strToU8(sheet('A1:XFD1048576', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
  '合并.xlsx': () =>
    xlsx(
      strToU8(
        sheet(
          'A1:XFD1048576',
          '<row r="1"><c r="A1"><v>1</v></c></row>',
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      ),
    ),
  '截断.docx': () => docx(strToU8(`<w:document ${W}/>`)).subarray(0, 300),
  '空.docx': () => new Uint8Array(0),
  '乱码.pdf': () => strToU8(`%PDF-1.7\n${'\u0000ÿ'.repeat(50_000)}`),
  '循环.pdf': () =>
    strToU8(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ),
  '流炸弹.pdf': () => pdf(zlibSync(new Uint8Array(60 * MB).fill(0x28), { level: 9 })),
  '引号.csv': () => strToU8(`案由,内容\n${'"'.repeat(100_001)}`),
  '深层.jsonl': () =>
    strToU8(`{"title":"关于修路的提案","text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
  '不是对象.jsonl': () => strToU8('[1,2,3]\n'),
  '程序.exe': () => strToU8('MZ'),
  '假冒.docx': () => strToU8('<html><script>alert(1)</script></html>'),
  '长文.txt': () => new Uint8Array(3 * MB).fill(0x61),
};

function docx(document: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(relations(`${R}/officeDocument`, 'word/document.xml')),
    'word/document.xml': document,
    ...more,
  });
}

function xlsx(worksheet: Uint8Array): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(relations(`${R}/officeDocument`, 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${S} xmlns:r="${R}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relations(`${R}/worksheet`, 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': worksheet,
  });
}

function relations(type: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`;
}

function sheet(dimension: string, rows: string, more = ''): string {
  return `<worksheet ${S}><dimension ref="${dimension}"/><sheetData>${rows}</sheetData>${more}</worksheet>`;
}

function nested(depth: number): string {
  return `${'<w:body>'.repeat(depth)}<w:p/>${'</w:body>'.repeat(depth)}`;
}

/** Entities of ten of the one before: a billion of the first. */
function laughs(): string {
  const names = 'abcdefghij'.split('');
  const entities = names.map((name, i) => {
    const before = names[i - 1];
    return `<!ENTITY ${name} "${before === undefined ? '哈' : `&${before};`.repeat(10)}">`;
  });
  return `<!DOCTYPE z [${entities.join('')}]>`;
}

function pdf(stream: Uint8Array): Uint8Array {
  const head = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream\n`;
  return Buffer.concat([strToU8(head), stream, strToU8('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]);
}
