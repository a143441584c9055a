import { halfWidth } from './half-width.ts';
import { PRIVATE_RULES, type PrivateRule } from './private-rules.ts';

/** One piece of private data in a text; offsets in UTF-16 units. */
export interface Private {
  kind: string;
  start: number;
  end: number;
}

/** Every rule needs a digit, an @ or a house number in words: most texts have none and cost one look. */
const WORTH_LOOKING = /[\d@\uff10-\uff19\uff20]|[一二三四五六七八九十]号|[一幺][三-九〇零]/;

/** Private data by the rules of private-rules.ts, in order and without overlap: 联系人张三，13800138000 → the number. */
export function findPrivate(text: string): Private[] {
  if (!WORTH_LOOKING.test(text)) return [];
  let rest = halfWidth(text);
  const found: Private[] = [];
  for (const rule of PRIVATE_RULES) {
    const own = findBy(rule, rest);
    found.push(...own);
    if (own.length > 0) rest = blank(rest, own);
  }
  return found.sort((a, b) => a.start - b.start);
}

function findBy({ kind, pattern, holds }: PrivateRule, text: string): Private[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const hidden = match.groups?.hide ?? match[0];
    const start = match.index + match[0].lastIndexOf(hidden);
    const value = hidden.replace(/[ .·-]/g, '');
    if (holds && !holds(value, text.slice(Math.max(0, start - 24), start))) return [];
    return [{ kind, start, end: start + hidden.length }];
  });
}

/** Of the same length, with nothing left there that a later rule takes for a number or an address. */
function blank(text: string, found: readonly Private[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of found) {
    rest += text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}
