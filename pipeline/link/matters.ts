import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { normalize } from '../text/normalize.ts';

/** A word of data/matters.txt in a text: its place and the name of its line. */
export interface MatterWord {
  start: number;
  end: number;
  matter: string;
}

type Words = ReadonlyMap<string, readonly { word: string; matter: string }[]>;

let words: Words | undefined;

/** What a normalised text asks for or complains of, in its order; of words that start together the longest. */
export function mattersIn(normalized: string): MatterWord[] {
  words ??= read();
  const found: MatterWord[] = [];
  for (let at = 0; at < normalized.length; ) {
    const here = words.get(normalized[at] ?? '')?.find(({ word }) => normalized.startsWith(word, at));
    if (here) found.push({ start: at, end: at + here.word.length, matter: here.matter });
    at += here?.word.length ?? 1;
  }
  return found;
}

/** A normalised text without the words of matters: what is left names the object and the place. */
export function withoutMatters(normalized: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of mattersIn(normalized)) {
    rest += `${normalized.slice(from, start)} `;
    from = end;
  }
  return rest + normalized.slice(from);
}

/** The words by their first character, the longest first: several times faster than one pattern of all. */
function read(): Words {
  const lines = readFileSync(join(ROOT, 'data', 'matters.txt'), 'utf8').split(/\r?\n/);
  const matterOf = new Map<string, string>();
  for (const line of lines.filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const own = line.trim().split(/\s+/).map(normalize);
    for (const word of own) matterOf.set(word, own[0] ?? word);
  }
  const byFirst = new Map<string, { word: string; matter: string }[]>();
  const longestFirst = [...matterOf].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  for (const [word, matter] of longestFirst) {
    byFirst.set(word[0] ?? '', [...(byFirst.get(word[0] ?? '') ?? []), { word, matter }]);
  }
  return byFirst;
}
