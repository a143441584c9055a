import type { Wish } from '../track/decide.ts';
import { issueId } from '../track/registry.ts';
import type { CaseWish } from './decide-case.ts';

export type Command =
  | { kind: 'doubts' | 'log' | 'help' | 'quit' }
  | { kind: 'queue'; count: number }
  | { kind: 'issues'; word: string }
  | { kind: 'show'; issue: string }
  | { kind: 'decide-issue'; wish: Wish }
  | { kind: 'decide-case'; wish: CaseWish }
  | { kind: 'unknown'; line: string };

/** Each command by its Chinese word and a letter for keyboards without an input method. */
const WORDS: Record<string, string> = {
  队列: 'q',
  议题: 'l',
  核对: 'c',
  看: 'v',
  并案: 'm',
  拆开: 's',
  无误: 'k',
  改名: 'r',
  撤销: 'u',
  主题: 't',
  主办: 'd',
  记录: 'h',
  帮助: '?',
  退出: 'x',
};

/** One typed line → what to do; null for an empty line. Full-width letters, 、 and ， are as good as blanks. */
export function parseCommand(line: string): Command | null {
  const [word = '', ...rest] = line
    .normalize('NFKC')
    .trim()
    .split(/[\s、,]+/);
  const [first = ''] = rest;
  if (word === '') return null;
  switch (WORDS[word] ?? word.toLowerCase()) {
    case 'q':
      return { kind: 'queue', count: Number(first) || 10 };
    case 'c':
      return { kind: 'doubts' };
    case 'h':
      return { kind: 'log' };
    case '?':
      return { kind: 'help' };
    case 'x':
      return { kind: 'quit' };
    case 'l':
      return { kind: 'issues', word: first };
    case 'v':
      return { kind: 'show', issue: readId(first) };
    case 'm':
      return { kind: 'decide-issue', wish: { action: '并案', targets: rest.map(readId) } };
    case 's':
      return {
        kind: 'decide-issue',
        wish: { action: '拆开', issue: readId(first), proposals: rest.slice(1) },
      };
    case 'k':
      return { kind: 'decide-issue', wish: { action: '无误', issue: readId(first) } };
    case 'r':
      return { kind: 'decide-issue', wish: { action: '改名', issue: readId(first), name: nameIn(line) } };
    case 'u':
      return { kind: 'decide-issue', wish: { action: '撤销', number: Number(first) } };
    case 't':
      return { kind: 'decide-case', wish: { about: '主题', proposal_id: first, choice: rest[1] ?? '' } };
    case 'd':
      return { kind: 'decide-case', wish: { about: '主办', proposal_id: first, choice: rest[1] ?? '' } };
    default:
      return { kind: 'unknown', line };
  }
}

/** yt-12 → YT-0012; ids of proposals stay as they are. */
export function readId(text: string): string {
  const match = /^yt-?(\d{1,6})$/i.exec(text.normalize('NFKC'));
  return match ? issueId(Number(match[1])) : text;
}

/** What stands behind the command and the id, with its own punctuation. */
function nameIn(line: string): string {
  return line.trim().replace(/^\S+[\s、，,]+\S+[\s、，,]*/, '');
}
