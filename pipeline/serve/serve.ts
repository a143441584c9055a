import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { readTaxonomy } from '../classify/taxonomy.ts';
import { openWorkspace } from '../config.ts';
import { explainSystemError, InputError } from '../errors.ts';
import { profileChooser } from '../outcome/choose-profile.ts';
import { repairReviews } from '../review/append-review.ts';
import { readDepartments } from '../route/departments.ts';
import { openTagger, type Tagger } from '../tag.ts';
import { loadTokenizer } from '../text/tokenize.ts';
import { makeApp } from './app.ts';
import { openDesk } from './desk.ts';
import { findPlaces } from './find-run.ts';
import { isLoopback } from './guard.ts';
import { openHistory } from './history.ts';
import { openParser } from './parser.ts';

export interface ServeOptions {
  /** A workspace, or a run. */
  folder: string;
  /** A run's folder; null to look for the workspace's last. */
  run: string | null;
  host: string;
  /** 0 for any that is free. */
  port: number;
  /** Null: none on this machine's own address, a generated one elsewhere. */
  token: string | null;
  /** How long a file may take to be parsed. */
  parseSeconds: number;
  now: () => Date;
  /** In place of the machine that tags: for tests. */
  tagger?: Tagger;
}

export interface Served {
  /** To open in a browser; with the token where there is one. */
  url: string;
  /** What the user should know. */
  notices: string[];
  close(): Promise<void>;
}

/**
 * Starts the 分办台. Throws InputError when DIR is neither workspace nor run, or when the port is taken.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { workspace, run } = findPlaces(options.folder, options.run);
  const folder = existsSync(join(workspace, 'jianyan.yaml')) ? workspace : null;
  const config = folder === null ? {} : openWorkspace(folder).config;
  const taxonomy = readTaxonomy(folder);

  // Decisions first: what a kill left half-written is put in order before anything is added.
  mkdirSync(workspace, { recursive: true });
  const torn = await repairReviews(join(workspace, 'reviews.csv'));

  // The run, and the machine that tags.
  const history = run === null ? null : await openHistory(run);
  const tools = { workspace: folder, config, models: [], history: run, top: 5 };
  const desk = openDesk({
    workspace,
    config,
    taxonomy,
    departments: readDepartments(folder).list.map((d) => d.name),
    profileOf: profileChooser(config, folder),
    history,
    tagger: options.tagger ?? (await openTagger(tools)),
    tokenize: await loadTokenizer(config.tokenizer ?? 'jieba'),
    now: options.now,
  });

  // The service.
  const token = options.token ?? (isLoopback(options.host) ? null : randomBytes(18).toString('base64url'));
  const parser = openParser(options.parseSeconds);
  const listening = { port: options.port };
  const guard = { host: options.host, port: () => listening.port, token };
  const dashboard = run === null ? null : join(run, 'dashboard.html');
  const app = makeApp({ desk, parser, dashboard, guard });
  // Longer than the page's own interval: a request never meets a connection that is just being closed.
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { keepAliveTimeout: 60_000 } });
  listening.port = await listen(server, options);
  const host = ['0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host;
  const notices = [
    ...(torn === null ? [] : [`reviews.csv 最后一行没有写完，已移到 ${torn}`]),
    run === null
      ? '没有找到运行结果：可以判断和记录，没有相似案件和检索（可用 --run 指明）'
      : `历年案件：${run}`,
    `人工决定：${join(workspace, 'reviews.csv')}`,
  ];
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}/${token === null ? '' : `?token=${token}`}`,
    notices,
    close: async () => {
      parser.close();
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await history?.close();
    },
  };
}

type Server = ReturnType<typeof createAdaptorServer>;

function listen(server: Server, { host, port }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = new InputError(`端口 ${port}`, '已被其他程序占用', '请换一个 --port，或关闭先前的分办台');
      const unknown = new InputError(host, '不是本机的地址', '请改用 127.0.0.1 或本机的网络地址');
      if (error.code === 'EADDRINUSE') reject(taken);
      else reject(error.code === 'EADDRNOTAVAIL' ? unknown : explainSystemError(error, `端口 ${port}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
