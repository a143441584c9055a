import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { ROOT } from '../root.ts';
import { Refusal } from './refusal.ts';
import { dashboardPolicy } from './secure-headers.ts';

/** The page with its code and style, and the run's dashboard. */
export function addPages(app: Hono, dashboard: string | null): void {
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
