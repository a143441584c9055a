import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openWorkspace } from '../config.ts';
import { InputError } from '../errors.ts';
import { decide, type Wish } from '../track/decide.ts';
import { readRegistry } from '../track/read-registry.ts';
import type { Registry } from '../track/registry.ts';
import { writeRegistry } from '../track/write-registry.ts';
import { type Command, parseCommand } from './parse-command.ts';
import { type RunFacts, readFacts } from './read-facts.ts';
import {
  doubtsScreen,
  HELP,
  issueScreen,
  issuesScreen,
  logScreen,
  queueScreen,
  startScreen,
  tell,
} from './screens.ts';

export interface ReviewSettings {
  person: string;
  note: string;
  /** 2024-12-31 14:05, asked for at each decision. */
  now: () => string;
}

export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Whether a person sits there: then a mistake is told and the next line asked for. */
  isInteractive: boolean;
}

/**
 * `jianyan review DIR`: carries out `wishes` given as options, or, when there are none, the commands that are typed
 * or piped, line by line. Each decision is on the disk before the next is read. Throws InputError when DIR is no
 * workspace, or a decision makes no sense; a person at a terminal is told instead.
 */
export async function review(
  folder: string,
  wishes: readonly Wish[],
  settings: ReviewSettings,
  terminal: Terminal,
): Promise<void> {
  openRegistry(folder);
  const session = { folder, settings, facts: await readFacts(folder) };
  for (const wish of wishes) terminal.output.write(await carryOut(session, wish));
  if (wishes.length > 0) return;
  const place = openWorkspace(folder).config.name ?? folder;
  terminal.output.write(startScreen(place, openRegistry(folder), session.facts));
  if (terminal.isInteractive) terminal.output.write(HELP);
  await converse(session, terminal);
}

interface Session {
  folder: string;
  settings: ReviewSettings;
  facts: RunFacts | null;
}

async function converse(session: Session, { input, output, isInteractive }: Terminal): Promise<void> {
  const lines = createInterface({ input, output, terminal: isInteractive, prompt: '建言> ' });
  if (isInteractive) lines.prompt();
  for await (const line of lines) {
    const command = parseCommand(line);
    if (command?.kind === 'quit') break;
    if (command !== null) output.write(await answer(session, command, isInteractive));
    if (isInteractive) lines.prompt();
  }
  lines.close();
}

async function answer(session: Session, command: Command, isInteractive: boolean): Promise<string> {
  try {
    return await respond(session, command);
  } catch (error) {
    if (!isInteractive || !(error instanceof InputError)) throw error;
    return `${error.message}\n`;
  }
}

function respond(session: Session, command: Command): string | Promise<string> {
  const { folder, facts } = session;
  switch (command.kind) {
    case 'queue':
      return queueScreen(facts, command.count);
    case 'issues':
      return issuesScreen(openRegistry(folder), command.word);
    case 'show':
      return issueScreen(openRegistry(folder), command.issue, facts);
    case 'doubts':
      return doubtsScreen(openRegistry(folder));
    case 'log':
      return logScreen(openRegistry(folder));
    case 'decide':
      return carryOut(session, command.wish);
    case 'unknown':
      throw new InputError(command.line, '不认识这个命令', '请输入“帮助”查看命令');
    default:
      return HELP;
  }
}

/** Reads the registry anew for each decision, so that what others wrote meanwhile counts. */
async function carryOut({ folder, settings, facts }: Session, wish: Wish): Promise<string> {
  const before = openRegistry(folder);
  const find = (id: string) => facts?.proposals.get(id) ?? null;
  const { person, note } = settings;
  const after = decide(before, wish, { person, note, now: settings.now(), find });
  await writeRegistry(after);
  const decision = after.decisions.at(-1);
  if (!decision) throw new Error('no decision was made');
  const touched = [decision.issue, ...decision.others].filter((id) =>
    after.issues.some((i) => i.issue === id),
  );
  const screens = [...new Set(touched)].map((id) => issueScreen(after, id, facts));
  const undo = decision.action === '撤销' ? '' : `；撤销 ${decision.number} 可以恢复`;
  return `第 ${decision.number} 条决定：${tell(decision)}${undo}。看板和表格在下次运行时更新\n${screens.join('')}`;
}

function openRegistry(folder: string): Registry {
  if (!existsSync(join(folder, 'jianyan.yaml'))) {
    const isRun = existsSync(join(folder, 'analysis.duckdb'));
    const says = isRun ? '这是结果文件夹，不是工作区' : '不是工作区（没有 jianyan.yaml）';
    throw new InputError(folder, says, '请给出 jianyan init 建立的工作区文件夹');
  }
  const registry = readRegistry(folder);
  if (registry.folder === null) {
    throw new InputError(
      folder,
      '工作区里没有 issues.csv',
      `请先执行 jianyan init ${folder}，原有内容不会改动`,
    );
  }
  return registry;
}
