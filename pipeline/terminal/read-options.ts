import { type Command, readId } from './parse-command.ts';

/** The options of `jianyan review` that decide something; each is a list of words as typed. */
export interface DecisionOptions {
  merge?: readonly string[];
  split?: readonly string[];
  rename?: readonly string[];
  undo?: number;
  topic?: readonly string[];
  lead?: readonly string[];
}

/** The commands that the options ask for, in a fixed order: 撤销 first. */
export function readOptions({ merge, split, rename, undo, topic, lead }: DecisionOptions): Command[] {
  const commands: Command[] = [];
  if (undo !== undefined) commands.push({ kind: 'decide-issue', wish: { action: '撤销', number: undo } });
  if (merge) commands.push({ kind: 'decide-issue', wish: { action: '并案', targets: merge.map(readId) } });
  if (split) {
    const [issue = '', ...proposals] = split;
    commands.push({ kind: 'decide-issue', wish: { action: '拆开', issue: readId(issue), proposals } });
  }
  if (rename) {
    const [issue = '', ...name] = rename;
    commands.push({
      kind: 'decide-issue',
      wish: { action: '改名', issue: readId(issue), name: name.join(' ') },
    });
  }
  if (topic) commands.push(caseCommand('主题', topic));
  if (lead) commands.push(caseCommand('主办', lead));
  return commands;
}

/** The case, and what it is to have; without it, what the machine proposes. */
function caseCommand(about: '主题' | '主办', [proposal_id = '', choice = '']: readonly string[]): Command {
  return { kind: 'decide-case', wish: { about, proposal_id, choice } };
}
