import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { InputError } from '../errors.ts';
import { guard } from '../serve/guard.ts';
import { Refusal } from '../serve/refusal.ts';
import { buildPage } from './build-page.ts';
import { failureLine } from './failure.ts';
import { findNotebooks, ownNotebooks } from './find-notebooks.ts';
import { findSource, type Source } from './find-source.ts';
import type { NotebookOptions } from './notebooks.ts';
import { readFacts } from './read-facts.ts';
import { readNotebook } from './read-notebook.ts';
import { renderIndex } from './render-index.ts';
import { renderProblems } from './render-problems.ts';

/** In every served page: loads it anew when notebooks or data have changed since. */
const RELOAD = `{
  let seen = null;
  setInterval(async () => {
    try {
      const now = await (await fetch('/version')).text();
      if (seen !== null && now !== seen) location.reload();
      seen = now;
    } catch {}
  }, 1000);
}`;

/**
 * Serves the notebooks on this machine only, each built when it is asked for. Nothing is written. Throws InputError when
 * there is no run or the port is taken.
 */
export async function preview(
  options: NotebookOptions & { port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const source = findSource(options.folder);
  const own = options.own ?? ownNotebooks(source.workspace);
  findNotebooks(own);
  const listening = { port: options.port };
  const app = makeApp(source, own, () => listening.port);
  const server = createAdaptorServer({ fetch: app.fetch });
  listening.port = await listen(server, options.port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${listening.port}/`, close };
}

function makeApp({ run, workspace }: Source, own: string | null, port: () => number): Hono {
  const app = new Hono();
  app.use(guard({ host: '127.0.0.1', port, token: null }));
  app.get('/version', (c) => c.text(versionOf(run, own)));
  app.get('/', async (c) => {
    const facts = await readFacts(run, workspace);
    const found = findNotebooks(own);
    const pages = await Promise.all(
      found.map(async ({ name, file }) => ({ name, title: (await readNotebook(file)).title })),
    );
    return c.html(renderIndex(pages, facts));
  });
  app.get('/:name', async (c) => {
    const notebook = findNotebooks(own).find(({ name }) => name === c.req.param('name'));
    if (!notebook) throw new Refusal(404, '没有这本笔记');
    const page = await buildPage(notebook, run, await readFacts(run, workspace), RELOAD);
    return c.html(page.html === '' ? renderProblems(page.failures.map(failureLine), RELOAD) : page.html);
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, error.status);
    // A notebook that is just being saved, or a run that is just being replaced: told in the page, which tries again.
    if (error instanceof InputError) return c.html(renderProblems([error.message], RELOAD));
    process.stderr.write(`程序出错：${error.stack}\n`);
    return c.text('程序出错，详情见启动窗口', 500);
  });
  return app;
}

/** Changes with every notebook and with the run's database. */
function versionOf(run: string, own: string | null): string {
  const files = [join(run, 'analysis.duckdb'), ...findNotebooks(own).map(({ file }) => file)];
  const marks = files.filter(existsSync).map((file) => {
    const { mtimeMs, size } = statSync(file);
    return `${file} ${mtimeMs} ${size}`;
  });
  return marks.join('\n');
}

function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = new InputError(`端口 ${port}`, '已被其他程序占用', '请换一个 --port');
      reject(error.code === 'EADDRINUSE' ? taken : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
