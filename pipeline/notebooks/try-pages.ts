import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import type { Page } from './build-page.ts';
import type { Failure } from './failure.ts';
import { openUnseen } from './open-unseen.ts';

/** What a page tells the page around it (notebooks/page/observe-cell.ts). */
const answer = z.object({
  page: z.int(),
  failures: z.array(z.object({ cell: z.number(), says: z.string() })),
});
type Answers = Map<number, z.infer<typeof answer>['failures']>;

/**
 * Opens pages unseen in a browser, without a network, and hears from them which cells failed: what a cell does wrong only
 * shows when it runs, and only a browser is the place where it may run. A page that does not finish in `seconds` has
 * failed as a whole. All are opened at once, since a browser takes longer to start than a page; if one holds the others
 * up, each alone. Null when the browser cannot be used.
 */
export async function tryPages(
  pages: readonly Page[],
  browser: string,
  seconds = 30,
): Promise<Failure[] | null> {
  const heard = await hear(pages, browser, seconds);
  if (heard === null) return null;
  const failures: Failure[] = [];
  for (const [i, page] of pages.entries()) {
    const said = heard.get(i);
    if (said) failures.push(...failuresOf(page, said));
    else if (pages.length === 1) failures.push({ file: page.file, cell: null, says: UNFINISHED });
    else failures.push(...((await tryPages([page], browser, seconds)) ?? []));
  }
  return failures;
}

const UNFINISHED = '打开后一直没有算完；请检查有没有死循环，或等机器空闲时再试';

/** The answers of the pages that gave one; null when the browser ended before any did. */
async function hear(pages: readonly Page[], browser: string, seconds: number): Promise<Answers | null> {
  const answers: Answers = new Map();
  // Nobody else can know the address while it is there.
  const secret = `/${randomUUID()}/`;
  const respond = async (request: IncomingMessage): Promise<string> => {
    const asked = request.url?.startsWith(secret) ? request.url.slice(secret.length) : null;
    if (asked === '') return around(pages.length);
    if (asked !== 'answer') return pages[Number(asked ?? Number.NaN)]?.html ?? '';
    const { data } = answer.safeParse(await json(request).catch(() => null));
    if (data) answers.set(data.page, data.failures);
    return '';
  };
  const server = createServer(async (request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.end(await respond(request));
    if (answers.size === pages.length) server.emit('all');
  });
  const port = await listen(server);
  const unseen = openUnseen(browser, `http://127.0.0.1:${port}${secret}`);
  const hurry = setTimeout(() => server.emit('all'), seconds * 1000);
  await Promise.race([once(server, 'all'), unseen.ended]);
  clearTimeout(hurry);
  const hasEnded = await unseen.close();
  server.close();
  server.closeAllConnections();
  return hasEnded && answers.size === 0 ? null : answers;
}

/** A page that holds the pages, all in view because a browser puts off what is not, and passes on what they say. */
function around(count: number): string {
  const frames = Array.from({ length: count }, (_, i) => `<iframe src="${i}"></iframe>`);
  return `<!doctype html><meta charset="utf-8">
<style>iframe { position: absolute; inset: 0; width: 1080px; height: 800px }</style>
<script>
addEventListener('message', ({ source, data }) => {
  const page = [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source);
  if (page >= 0) fetch('answer', { method: 'POST', body: JSON.stringify({ page, failures: data }) });
});
</script>
${frames.join('\n')}`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function failuresOf({ file, cells }: Page, said: readonly { cell: number; says: string }[]): Failure[] {
  return cells.flatMap(({ id, line }) => {
    const says = said.find(({ cell }) => cell === id)?.says;
    return says === undefined ? [] : [{ file, cell: { id, line }, says: `${says}；请修改这一格` }];
  });
}
