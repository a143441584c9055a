import type { Hono } from 'hono';
import { decide } from './decide.ts';
import { type Desk, fromEntry, sayOf } from './desk.ts';
import { detail } from './detail.ts';
import { listQueue } from './list-queue.ts';
import type { Parser } from './parser.ts';
import { Refusal } from './refusal.ts';
import { type QueueItem, reviewRequest, type Submission, type Tagged } from './schemas.ts';
import { type FileRead, readJson, readSubmission } from './submissions.ts';
import { firstLine, tagOne } from './tag-one.ts';
import { toItem } from './to-item.ts';

const LISTED = 200;

/** What comes in, what waits, and what is decided. */
export function addQueue(app: Hono, desk: Desk, parser: Parser): void {
  app.post('/api/tag', async (c) => {
    const sent = await readSubmission(c, parser);
    if ('json' in sent) return c.json(await tagOne(desk, sent.json));
    const results = [];
    for (const { file, error, proposals } of sent.files) {
      const items: Tagged[] = [];
      for (const { title, text } of proposals) items.push(await tagOne(desk, { id: file, title, text }));
      results.push({ file, error, items });
    }
    return c.json({ results });
  });
  app.get('/api/queue', async (c) => {
    const source = c.req.query('source');
    const limit = Math.min(2000, Math.max(1, Number(c.req.query('limit')) || LISTED));
    return c.json(await listQueue(desk, source === 'new' || source === 'run' ? source : null, limit));
  });
  app.post('/api/queue', async (c) => {
    const sent = await readSubmission(c, parser);
    const results = [];
    for (const file of 'json' in sent ? [pasted(sent.json)] : sent.files)
      results.push({ file: file.file, error: file.error, items: await keep(desk, file) });
    return c.json({ results });
  });
  app.get('/api/queue/:id', async (c) => c.json(await detail(desk, c.req.param('id'))));
  app.delete('/api/queue/:id', async (c) => {
    await desk.queue.remove(c.req.param('id'));
    return c.json(await listQueue(desk, null, LISTED));
  });
  app.post('/api/reviews', async (c) =>
    c.json({ saved: true, decision: await decide(desk, await readJson(c, reviewRequest)) }),
  );
}

async function keep(desk: Desk, { file, proposals }: FileRead): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  for (const entry of await desk.queue.add(proposals, file)) {
    const found = fromEntry(entry);
    items.push(toItem(found, await sayOf(desk, found), desk));
  }
  return items;
}

function pasted({ title, text }: Submission): FileRead {
  const body = text ?? null;
  const shown = title.trim() || firstLine(body);
  if (shown === '') throw new Refusal(400, '标题和正文都是空的');
  const received = { title: shown, text: body, body: null, number: null, proposer: null };
  return { file: '粘贴', error: null, proposals: [received] };
}
