import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { normalize } from '../text/normalize.ts';

let pattern: RegExp | undefined;
const matterOf = new Map<string, string>();

/** A normalised text without the words of matters: what is left names the object and the place. */
export function withoutMatters(normalized: string): string {
  pattern ??= read();
  return normalized.replace(pattern, ' ');
}

/** What a normalised text asks for or complains of: the names of the lines of data/matters.txt whose words it holds. */
export function mattersIn(normalized: string): Set<string> {
  pattern ??= read();
  return new Set([...normalized.matchAll(pattern)].map(([word]) => matterOf.get(word) ?? word));
}

/** Where in a normalised text the words of matters start. */
export function matterStarts(normalized: string): Set<number> {
  pattern ??= read();
  return new Set(Array.from(normalized.matchAll(pattern), ({ index }) => index));
}

function read(): RegExp {
  const lines = readFileSync(join(ROOT, 'data', 'matters.txt'), 'utf8').split(/\r?\n/);
  for (const line of lines.filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const words = line.trim().split(/\s+/).map(normalize);
    for (const word of words) matterOf.set(word, words[0] ?? word);
  }
  const longestFirst = [...matterOf.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(longestFirst.join('|'), 'gu');
}
