import { createInterface } from 'node:readline/promises';
import { openWorkspace } from '../config.ts';
import { InputError } from '../errors.ts';
import { findPlaces } from '../serve/find-run.ts';
import { decideCase } from './decide-case.ts';
import { decideIssue } from './decide-issue.ts';
import { type Command, parseCommand } from './parse-command.ts';
import { readFacts } from './read-facts.ts';
import {
  doubtsScreen,
  HELP,
  issueScreen,
  issuesScreen,
  logScreen,
  queueScreen,
  startScreen,
} from './screens.ts';
import { openRegistry, type Session } from './session.ts';

export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Whether a person sits there: then a mistake is told and the next line asked for. */
  isInteractive: boolean;
}

/**
 * `jianyan review DIR [--run DIR]`, both as for the service: carries out `commands` given as options, or, when there are none, those that are typed or
 * piped, line by line. Each decision is on the disk before the next is read. Throws InputError when DIR is no
 * workspace, or a decision makes no sense; a person at a terminal is told instead.
 */
export async function review(
  folder: string,
  given: string | null,
  commands: readonly Command[],
  settings: Pick<Session, 'person' | 'note' | 'now'>,
  terminal: Terminal,
): Promise<void> {
  const { workspace, run } = findPlaces(folder, given);
  const registry = openRegistry(workspace);
  const facts = run === null ? null : await readFacts(workspace, run);
  const session = { folder: workspace, ...settings, run, facts };
  for (const command of commands) terminal.output.write(await respond(session, command));
  if (commands.length > 0) return;
  const place = openWorkspace(workspace).config.name ?? workspace;
  terminal.output.write(startScreen(place, registry, facts));
  if (terminal.isInteractive) terminal.output.write(HELP);
  await converse(session, terminal);
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
    case 'decide-issue':
      return decideIssue(session, command.wish);
    case 'decide-case':
      return decideCase(session, command.wish);
    case 'unknown':
      throw new InputError(command.line, '不认识这个命令', '请输入“帮助”查看命令');
    default:
      return HELP;
  }
}
