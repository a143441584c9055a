import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQueue } from '../../pipeline/serve/queue-store.ts';
import { emptyFolder } from '../folder.ts';

const now = () => new Date(2026, 10, 25, 9, 30);
const received = (title: string) => ({
  title,
  text: `${title}的正文`,
  body: null,
  number: null,
  proposer: null,
});

describe('openQueue', () => {
  it('keeps what came in, once each, for the next session and for another process', async () => {
    const folder = emptyFolder();
    const queue = openQueue(folder, now);
    const other = openQueue(folder, now);
    const [first] = await queue.add([received('甲'), received('乙')], '单.csv');
    expect(first).toMatchObject({
      title: '甲',
      from: '单.csv',
      received_at: '2026-11-25 09:30:00',
      week: '2026-W48',
    });
    expect([...other.entries().values()].map((e) => e.title)).toEqual(['甲', '乙']);
    const [again] = await other.add([received('甲')], '又一次.docx');
    expect(again).toEqual(first);
    await other.remove(first?.id ?? '');
    expect([...queue.entries().values()].map((e) => e.title)).toEqual(['乙']);
    expect([...openQueue(folder, now).entries().values()].map((e) => e.title)).toEqual(['乙']);
  });

  it('passes over a line that a kill cut short, and goes on below it', async () => {
    const folder = emptyFolder();
    await openQueue(folder, now).add([received('甲')], '甲.docx');
    const [name = ''] = readdirSync(join(folder, 'queue'));
    appendFileSync(join(folder, 'queue', name), '{"add":{"id":"新-半');
    await openQueue(folder, now).add([received('乙')], '乙.docx');
    expect([...openQueue(folder, now).entries().values()].map((e) => e.title)).toEqual(['甲', '乙']);
  });
});
