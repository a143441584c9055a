import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import type { Received } from './read-upload.ts';

/** What a file held; `error` is for the user, null when it was read. */
export interface Parsed {
  proposals: Received[];
  error: string | null;
}

export interface Parser {
  read(bytes: Uint8Array, name: string): Promise<Parsed>;
  close(): void;
}

const answer = z.object({
  problem: z.string().optional(),
  proposals: z
    .array(
      z.object({
        title: z.string(),
        text: z.string().nullable(),
        body: z.enum(['政协', '人大']).nullable(),
        number: z.string().nullable(),
        proposer: z.string().nullable(),
      }),
    )
    .optional(),
});

/** Heap of one parsing process. */
const MEGABYTES = 768;
/** So that a hostile file does not hold up the next ones. */
const LANES = 2;

interface Lane {
  child: ChildProcess | null;
  waiting: number;
  last: Promise<unknown>;
}

/**
 * Parses files in processes of their own that are killed after `seconds`. Not in threads: a thread that runs out of
 * memory can take the whole service with it.
 */
export function openParser(seconds: number): Parser {
  const lanes = Array.from(
    { length: LANES },
    (): Lane => ({ child: null, waiting: 0, last: Promise.resolve() }),
  );
  return {
    read: (bytes, name) => {
      const lane = lanes.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      lane.waiting += 1;
      const turn = lane.last.then(() => parse(lane, bytes, name, seconds));
      lane.last = turn.finally(() => {
        lane.waiting -= 1;
      });
      return turn;
    },
    close: () => {
      for (const { child } of lanes) child?.kill('SIGKILL');
    },
  };
}

function parse(lane: Lane, bytes: Uint8Array, name: string, seconds: number): Promise<Parsed> {
  lane.child ??= start(lane);
  const { child } = lane;
  return new Promise((resolve) => {
    const finish = (parsed: Parsed) => {
      clearTimeout(timer);
      child.off('exit', onExit);
      child.off('message', onMessage);
      resolve(parsed);
    };
    const fail = (what: string) => {
      child.kill('SIGKILL');
      lane.child = null;
      const remedy = '请核实文件来源；确属提案的，请另存为 .txt 或直接粘贴正文';
      finish({ proposals: [], error: new InputError(name, what, remedy).message });
    };
    const onExit = () => fail('解析时内存不足或出错，已中止');
    const onMessage = (message: unknown) => {
      const { problem = null, proposals = [] } = answer.parse(message);
      finish({ proposals, error: problem });
    };
    const timer = setTimeout(() => fail(`解析超过 ${seconds} 秒，已中止`), seconds * 1000);
    child.on('exit', onExit);
    child.on('message', onMessage);
    child.send({ bytes, name }, (error) => error && fail('解析程序已退出，请重试'));
  });
}

function start(lane: Lane): ChildProcess {
  const child = fork(join(ROOT, 'dist', 'pipeline', 'serve', 'parse-child.js'), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = () => {
    if (lane.child === child) lane.child = null;
  };
  child.on('exit', gone);
  child.on('error', gone);
  return child;
}
