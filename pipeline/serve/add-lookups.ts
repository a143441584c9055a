import type { Hono } from 'hono';
import { version } from '../publish/manifest.ts';
import { readAgreement } from './agreement.ts';
import { defaultReviewer } from './decide.ts';
import type { Desk } from './desk.ts';
import { similar } from './detail.ts';
import { exportWeek } from './export-week.ts';
import { openapi } from './openapi.ts';
import { Refusal } from './refusal.ts';
import { MAX_TEXT } from './schemas.ts';
import { weekOf } from './week.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What can be looked up and taken away. */
export function addLookups(app: Hono, desk: Desk): void {
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
