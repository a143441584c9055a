import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { normalize } from '../text/normalize.ts';

let pattern: RegExp | undefined;

/** A normalised text without what every proposal says (data/boilerplate.txt); a blank stands where something was. */
export function withoutBoilerplate(normalized: string): string {
  pattern ??= readPattern();
  return normalized.replace(pattern, ' ');
}

function readPattern(): RegExp {
  const phrases = readFileSync(join(ROOT, 'data', 'boilerplate.txt'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(normalize)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) =>
      /(…|\.\.\.)$/.test(phrase) ? `${phrase.replace(/(…|\.\.\.)$/, '')}[^，,。;；!?！？\\n]*` : phrase,
    );
  return new RegExp(phrases.join('|'), 'gu');
}
