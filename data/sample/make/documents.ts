import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { padded } from './codes.ts';
import type { Case } from './plan.ts';

/** The texts of the 政协 proposals of 2024 as Word files, named as offices name them: path below input/ → bytes. */
export async function documents(cases: Case[]): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const c of cases.filter((one) => one.body === '政协' && one.year === 2024)) {
    const name = `${String(c.number).padStart(3, '0')} ${c.title.replace(/[“”"\\/:*?<>|]/g, '')}`;
    files[`2024年/提案文本/${name}.docx`] = await toDocx(c);
  }
  return files;
}

async function toDocx(c: Case): Promise<Uint8Array> {
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const document = new Document({
    creator: '示例数据',
    sections: [
      {
        children: [
          line('政协临澜市委员会提案（示例数据）'),
          line(`案号：${padded(c.number)}`),
          line(`提案人：${c.proposer}`),
          line(`界别：${c.sector}`),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(c.title)] }),
          ...c.text.split('\n').map(line),
        ],
      },
    ],
  });
  return withoutClock(await Packer.toBuffer(document));
}

/** Word files carry the time of their making twice: in the zip and in docProps/core.xml. */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  const fixed = new Date(2024, 0, 1);
  const entries = Object.entries(unzipSync(bytes)).map(
    ([name, data]): [string, [Uint8Array, { mtime: Date }]] => {
      const text =
        name === 'docProps/core.xml'
          ? Buffer.from(data)
              .toString()
              .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2024-01-01T00:00:00Z')
          : null;
      return [name, [text === null ? data : Buffer.from(text), { mtime: fixed }]];
    },
  );
  return zipSync(Object.fromEntries(entries));
}
