import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { InputError } from '../errors.ts';
import { version } from '../publish/manifest.ts';
import { ROOT } from '../root.ts';
import { readAgreement } from './agreement.ts';
import { decide, defaultReviewer } from './decide.ts';
import { type Desk, detail, firstLine, fromEntry, sayOf, similar, tag } from './desk.ts';
import { exportWeek } from './export-week.ts';
import { type GuardOptions, guard } from './guard.ts';
import { listQueue } from './list-queue.ts';
import { openapi } from './openapi.ts';
import type { Parser } from './parser.ts';
import { Refusal } from './refusal.ts';
import { MAX_TEXT, reviewRequest } from './schemas.ts';
import { dashboardPolicy, secureHeaders } from './secure-headers.ts';
import { MAX_REQUEST, readJson, readSubmission } from './submissions.ts';
import { toItem } from './to-item.ts';
import { weekOf } from './week.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface AppParts {
  desk: Desk;
  parser: Parser;
  /** The run's dashboard.html, null without a run. */
  dashboard: string | null;
  guard: GuardOptions;
}

/** All that the service answers. Every text goes out as JSON; the page shows it as text. */
export function makeApp({ desk, parser, dashboard, guard: options }: AppParts): Hono {
  const app = new Hono();
  app.use(secureHeaders, guard(options));
  app.use(
    bodyLimit({
      maxSize: MAX_REQUEST,
      onError: () => {
        throw new Refusal(413, `一次最多 ${MAX_REQUEST >> 20} MB，请分几次放入`);
      },
    }),
  );
  addPages(app, dashboard);
  addQueue(app, desk, parser);
  addLookups(app, desk);
  app.notFound((c) => c.json({ error: '没有这个地址' }, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, error.status);
    if (error instanceof InputError) return c.json({ error: error.message }, 503);
    // The message may quote a proposal; where it happened does not.
    const frames = error.stack?.split('\n').filter((l) => /^\s+at /.test(l)) ?? [];
    process.stderr.write(
      `程序出错：${c.req.method} ${c.req.routePath} ${error.name}\n${frames.join('\n')}\n`,
    );
    return c.json({ error: '程序出错，没有保存；详情见启动窗口' }, 500);
  });
  return app;
}

function addPages(app: Hono, dashboard: string | null): void {
  const built = (name: string) => readFileSync(join(ROOT, 'dist', 'dashboards', 'desk', name), 'utf8');
  app.get('/', (c) => c.html(built('index.html')));
  app.get('/desk.js', (c) =>
    c.body(built('desk.js'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/desk.css', (c) => c.body(built('desk.css'), 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/dashboard', (c) => {
    if (dashboard === null) throw new Refusal(404, '还没有运行结果；请先执行 jianyan run');
    const html = readFileSync(dashboard, 'utf8');
    return c.html(html, 200, { 'Content-Security-Policy': dashboardPolicy(html) });
  });
}

function addQueue(app: Hono, desk: Desk, parser: Parser): void {
  app.post('/api/tag', async (c) => {
    const sent = await readSubmission(c, parser);
    if ('json' in sent) return c.json(await tag(desk, sent.json));
    const results = [];
    for (const { file, error, proposals } of sent.files) {
      const items = [];
      for (const { title, text } of proposals) items.push(await tag(desk, { id: file, title, text }));
      results.push({ file, error, items });
    }
    return c.json({ results });
  });
  app.get('/api/queue', async (c) => {
    const source = c.req.query('source');
    const limit = Math.min(2000, Math.max(1, Number(c.req.query('limit') ?? 200) || 200));
    return c.json(await listQueue(desk, source === 'new' || source === 'run' ? source : null, limit));
  });
  app.post('/api/queue', async (c) => {
    const sent = await readSubmission(c, parser);
    const files = 'json' in sent ? [pasted(sent.json)] : sent.files;
    const results = [];
    for (const { file, error, proposals } of files) {
      const entries = await desk.queue.add(proposals, file);
      const items = [];
      for (const entry of entries) {
        const found = fromEntry(entry);
        items.push(toItem(found, await sayOf(desk, found), desk));
      }
      results.push({ file, error, items });
    }
    return c.json({ results });
  });
  app.get('/api/queue/:id', async (c) => c.json(await detail(desk, c.req.param('id'))));
  app.delete('/api/queue/:id', async (c) => {
    await desk.queue.remove(c.req.param('id'));
    return c.json(await listQueue(desk, null, 200));
  });
  app.post('/api/reviews', async (c) =>
    c.json({ saved: true, decision: await decide(desk, await readJson(c, reviewRequest)) }),
  );
}

function pasted({ title, text }: { title: string; text?: string | null | undefined }) {
  const body = text ?? null;
  const shown = title.trim() || firstLine(body);
  if (shown === '') throw new Refusal(400, '标题和正文都是空的');
  const received = { title: shown, text: body, body: null, number: null, proposer: null };
  return { file: '粘贴', error: null, proposals: [received] };
}

function addLookups(app: Hono, desk: Desk): void {
  app.get('/api/similar', async (c) => {
    const { id = '', title = '', text = '' } = c.req.query();
    return c.json({ similar: await similar(desk, id, { title, text: text.slice(0, MAX_TEXT) }) });
  });
  app.get('/api/search', async (c) => {
    const found = (await desk.history?.search(c.req.query('q') ?? '')) ?? [];
    return c.json({ total: found[0]?.total ?? 0, hits: found.map(({ total: _, ...hit }) => hit) });
  });
  app.get('/api/case/:id', async (c) => {
    const [found] = (await desk.history?.cases([c.req.param('id')])) ?? [];
    if (!found) throw new Refusal(404, '历年案件里没有这件');
    return c.json(found);
  });
  app.get('/api/topics', (c) => {
    const active = desk.taxonomy.topics.filter((t) => t.retired === undefined);
    const topics = active.map(({ id, name, children }) => ({
      id,
      name,
      children: children.map((child) => ({ id: child.id, name: child.name })),
    }));
    return c.json({ topics });
  });
  app.get('/api/departments', (c) => c.json({ departments: desk.departments }));
  app.get('/api/agreement', async (c) =>
    c.json({ rows: await readAgreement(desk.workspace, desk.taxonomy) }),
  );
  app.get('/api/export.xlsx', async (c) => {
    const week = c.req.query('week') ?? weekOf(desk.now());
    const bytes = await exportWeek(desk, week);
    const name = encodeURIComponent(`分办单${week}.xlsx`);
    return c.body(bytes.buffer, 200, {
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="routing-${week}.xlsx"; filename*=UTF-8''${name}`,
    });
  });
  app.get('/api/health', (c) => {
    const { history, config } = desk;
    const run = history ? { proposals: history.proposals, as_of: history.as_of } : null;
    const { name, notice } = config;
    const facts = {
      version: version(),
      name: name ?? '',
      notice: notice || null,
      reviewer: defaultReviewer(),
    };
    return c.json({ status: 'ok', ...facts, run });
  });
  app.get('/api/openapi.json', (c) => c.json(openapi()));
}
