import { type Check, checkFigures } from './checks.ts';
import { readLists } from './enumerate.ts';
import { type Fact, toFacts } from './facts.ts';
import { fold } from './fold.ts';
import { readMentions } from './mentions.ts';
import { type Note, noteFigures } from './notes.ts';
import { readPhrases } from './phrases.ts';
import { readTerms, type Terms } from './terms.ts';
import { tokenize } from './tokens.ts';

/** What one report states, and what its figures do not bear out. */
export interface Linting {
  facts: Fact[];
  checks: Check[];
  notes: Note[];
}

/** The facts, checks and notes of a text; offsets are UTF-16 units of `text`. Never throws: no figures, no facts. */
export function lintText(text: string, terms: Terms = readTerms()): Linting {
  const folded = fold(text);
  const mentions = readMentions(folded.text, readPhrases(folded.text, tokenize(folded.text, terms)));
  readLists(mentions);
  const source = { original: text, folded };
  return {
    facts: toFacts(mentions, source),
    checks: checkFigures(mentions, source),
    notes: noteFigures(mentions, source),
  };
}
