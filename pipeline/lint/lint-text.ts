import type { Check } from './check.ts';
import { checkFigures } from './checks.ts';
import { enumerate, readDivisions, readLists } from './enumerate.ts';
import { type Fact, toFacts } from './facts.ts';
import { fold } from './fold.ts';
import { readMentions } from './mentions.ts';
import type { Note } from './notes/note.ts';
import { noteFigures } from './notes/notes.ts';
import { readPhrases } from './phrases.ts';
import { readTerms, type Terms } from './terms.ts';
import { tokenize } from './tokens.ts';

/** What one report states, and what its figures do not bear out. */
export interface Linting {
  facts: Fact[];
  checks: Check[];
  notes: Note[];
}

/** A text that names none of these is no report on proposals, whatever it counts. */
const SUBJECT =
  /提案|议案|两案|政协|人大|代表.{0,8}建议|建议.{0,4}(?:[承主会协]办|办理)|[承主会协]办.{0,6}建议|[主会协]办件|[a-d]类(?:件|建议|[\d(])/;

/** The facts, checks and notes of a text; offsets are UTF-16 units of `text`. Never throws: no figures, no facts. */
export function lintText(text: string, terms: Terms = readTerms()): Linting {
  const folded = fold(text);
  if (!SUBJECT.test(folded.text)) return { facts: [], checks: [], notes: [] };
  const mentions = readMentions(folded.text, readPhrases(folded.text, tokenize(folded.text, terms)));
  readDivisions(mentions);
  readLists(mentions);
  const lists = enumerate(mentions);
  const source = { original: text, folded };
  return {
    facts: toFacts(mentions, source),
    checks: checkFigures(mentions, lists, source),
    notes: noteFigures(mentions, lists, source),
  };
}
