import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipeline/ingest/documents.ts';
import { annotateDocx } from '../../pipeline/lint/annotate-docx.ts';
import { annotateHtml } from '../../pipeline/lint/annotate-html.ts';
import { toAnnotations } from '../../pipeline/lint/annotations.ts';
import { lint } from '../../pipeline/lint/lint.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';

const TEXT = '我局办理提案72件。A类17件，占23.6%；B类16件，占22.2%；C类39件，占54.3%。<script>R&D</script>';

async function wordFile(): Promise<Uint8Array> {
  const runs = [
    '我局办理提案',
    '72',
    '件。A类17件，占23.6%；B类16件，占22.2%；C类39',
    '件，占54.3%。<script>R&D</script>',
  ];
  const children = [
    new Paragraph('工作报告'),
    new Paragraph({ children: runs.map((text, i) => new TextRun({ text, bold: i === 3 })) }),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function annotated(bytes: Uint8Array): Promise<{ bytes: Uint8Array; says: string[] }> {
  const text = await readDocument(bytes, '.docx', '报告.docx');
  const annotations = toAnnotations(lint('报告.docx', text, readTerms()));
  const file = { path: '报告.docx', extension: '.docx', bytes, text };
  return { bytes: annotateDocx(file, annotations), says: annotations.map((a) => a.says) };
}

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

/** The words between the start and the end of a comment. */
function commented(bytes: Uint8Array, id: number): string {
  const xml = part(bytes, 'word/document.xml');
  const range = xml.slice(
    xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`),
    xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`),
  );
  return [...range.matchAll(/<w:t[^>]*>([^<]*)</g)].map((m) => m[1]).join('');
}

describe('annotateDocx', () => {
  it('puts a comment on the words that it is about, over the runs of Word', async () => {
    const { bytes, says } = await annotated(await wordFile());
    expect(says).toEqual(['尾数不对：39÷72 写作 54.3%，算得 54.17%']);
    expect(commented(bytes, 0)).toBe('C类39件，占54.3%');
    expect(part(bytes, 'word/comments.xml')).toContain('算得 54.17%');
    expect(part(bytes, '[Content_Types].xml')).toContain('/word/comments.xml');
  });

  it('leaves the text as it was, and the format of the runs that it splits', async () => {
    const before = await wordFile();
    const { bytes } = await annotated(before);
    const text = async (file: Uint8Array) =>
      (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
    expect(await text(bytes)).toBe(await text(before));
    expect(part(bytes, 'word/document.xml').match(/<w:b\/>/g)?.length).toBe(2);
  });

  it('adds to the comments that a file has, and gives the same bytes each time', async () => {
    const once = await annotated(await wordFile());
    const twice = await annotated(once.bytes);
    expect(part(twice.bytes, 'word/comments.xml').match(/<w:comment /g)?.length).toBe(2);
    expect(commented(twice.bytes, 1)).toBe('C类39件，占54.3%');
    expect(Buffer.from((await annotated(once.bytes)).bytes).equals(Buffer.from(twice.bytes))).toBe(true);
  });
});

describe('annotateHtml', () => {
  it('marks findings and figures, and shows markup of the text as text', () => {
    const linted = lint('报告.txt', TEXT, readTerms());
    const html = annotateHtml('<报告>.txt', linted, toAnnotations(linted));
    expect(html).not.toContain('<script');
    expect(html).toContain('<mark class="error">');
    expect(html).toContain('39÷72 写作 54.3%');
    expect(
      html.replace(/<style>[\s\S]*<\/style>|<aside>.*?<\/aside>|<span class="n">.*?<\/span>|<[^>]*>/g, ''),
    ).toContain('我局办理提案72件。A类17件，占23.6%');
  });
});
