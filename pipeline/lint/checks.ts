import { type Check, stretch } from './check.ts';
import type { Enumeration } from './enumerate.ts';
import type { Source } from './facts.ts';
import { span } from './fold.ts';
import type { Mention } from './mention.ts';
import { checkRates } from './rates.ts';
import { checkShares } from './shares.ts';
import { checkSums } from './sums.ts';

/** The sums and shares of one report, each once, in the order of the text. */
export function checkFigures(
  mentions: readonly Mention[],
  lists: readonly Enumeration[],
  source: Source,
): Check[] {
  const found = [...checkSums(lists), ...checkShares(lists, source.folded.text), ...checkRates(mentions)];
  const seen = new Set<string>();
  return found
    .filter(({ kind, says }) => !seen.has(`${kind}${says}`) && seen.add(`${kind}${says}`))
    .map(({ about, ...check }) => {
      const { start, end } = place(about, source);
      return { ...check, evidence: source.original.slice(start, end), start, end };
    });
}

function place(about: readonly Mention[], { original, folded }: Source): { start: number; end: number } {
  const { start, end } = stretch(about);
  return span(folded, original, start, end);
}
