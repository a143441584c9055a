import { RecordBatchReader } from 'apache-arrow';
import { InputError } from '../errors.ts';
import type { NewProposal } from '../tag.ts';

/** An Arrow IPC stream begins so: a continuation mark, then the length of its schema. */
export function isArrow(head: Uint8Array): boolean {
  return head[0] === 0xff && head[1] === 0xff && head[2] === 0xff && head[3] === 0xff;
}

/** The proposals of an Arrow IPC stream: columns id, title and text, batch by batch. */
export async function* readArrow(
  stream: AsyncIterable<Uint8Array>,
  place: string,
): AsyncGenerator<NewProposal> {
  let row = 0;
  try {
    const reader = await RecordBatchReader.from(stream);
    for await (const batch of reader) {
      const column = (name: string) => batch.getChild(name);
      const [id, title, text] = [column('id'), column('title'), column('text')];
      if (!title && !text) throw noColumns(place, batch.schema.names.map(String));
      for (let i = 0; i < batch.numRows; i++) {
        row += 1;
        const cell = (vector: typeof id) => {
          const value: unknown = vector?.get(i);
          return value === null || value === undefined ? '' : String(value);
        };
        yield { id: cell(id) || String(row), title: cell(title), text: cell(text) || null };
      }
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(place, 'Arrow 数据流不完整或格式不对', '请检查上游程序写出的是 Arrow IPC 流');
  }
}

function noColumns(place: string, names: string[]): InputError {
  return new InputError(
    place,
    `没有 title 或 text 列（现有的列：${names.join('、')}）`,
    '请把标题列命名为 title，正文列命名为 text',
  );
}
