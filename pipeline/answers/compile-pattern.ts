import { fold } from './fold.ts';

/** Gaps of the grammar in data/obstacles.yaml, as regular expressions over folded text. */
const WITHIN_CLAUSE = '[^,:;。!?\\n]{0,14}?';
const WITHIN_SENTENCE = '[^;。!?\\n]{0,60}?';

/** A way of saying something that names a word list which does not exist. */
export class UnknownList extends Error {}

/**
 * A line of data/obstacles.yaml as a regular expression over folded text. Parts stand in a row; / means or, 【name】 a word
 * list, … a gap within the clause, + a gap within the sentence. 受/因 … 【经费】 … 限制 → (?:受|因)…(?:经费|资金)…(?:限制).
 * Throws UnknownList.
 */
export function compilePattern(pattern: string, lists: ReadonlyMap<string, readonly string[]>): string {
  return pattern
    .trim()
    .split(/\s+/)
    .map((part) => {
      if (/^(?:…+|\.{3,})$/.test(part)) return WITHIN_CLAUSE;
      if (part === '+' || part === '＋') return WITHIN_SENTENCE;
      return `(?:${part
        .split('/')
        .filter(Boolean)
        .flatMap((word) => expand(word, lists))
        .join('|')})`;
    })
    .join('');
}

function expand(word: string, lists: ReadonlyMap<string, readonly string[]>): string[] {
  const found = /^(.*?)【(.+?)】(.*)$/.exec(word);
  if (!found) return [literal(fold(word))];
  const [, before = '', name = '', after = ''] = found;
  const list = lists.get(name);
  if (!list) throw new UnknownList(name);
  return list.flatMap((own) => expand(`${before}${own}${after}`, lists));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
