import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { InputError } from '../errors.ts';
import { addLookups } from './add-lookups.ts';
import { addPages } from './add-pages.ts';
import { addQueue } from './add-queue.ts';
import type { Desk } from './desk.ts';
import { type GuardOptions, guard } from './guard.ts';
import type { Parser } from './parser.ts';
import { Refusal } from './refusal.ts';
import { secureHeaders } from './secure-headers.ts';
import { MAX_REQUEST } from './submissions.ts';

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
