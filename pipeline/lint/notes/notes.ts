import type { Enumeration } from '../enumerate.ts';
import type { Source } from '../facts.ts';
import { span } from '../fold.ts';
import type { Mention } from '../mention.ts';
import { noteGrowth } from './growth.ts';
import { noteLostShares } from './lost-shares.ts';
import { noteMixedWholes } from './mixed-wholes.ts';
import type { Note, Noter } from './note.ts';
import { noteConflict, noteCoRated, noteRates } from './rates.ts';
import { noteTwice } from './twice.ts';
import { noteUnstatedTotal } from './unstated-total.ts';

const NOTERS: readonly Noter[] = [
  noteLostShares,
  noteRates,
  noteCoRated,
  noteConflict,
  noteGrowth,
  noteTwice,
  noteMixedWholes,
  noteUnstatedTotal,
];

/** The notes on one report in the order of the text. */
export function noteFigures(
  mentions: readonly Mention[],
  lists: readonly Enumeration[],
  { original, folded }: Source,
): Note[] {
  const remarks = NOTERS.flatMap((note) => note(mentions, lists, folded.text));
  return remarks
    .sort((a, b) => a.start - b.start)
    .map(({ kind, says, ...stretch }) => {
      const { start, end } = span(folded, original, stretch.start, stretch.end);
      return { kind, says, evidence: original.slice(start, end), start, end };
    });
}
