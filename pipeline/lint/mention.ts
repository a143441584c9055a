import { ofKind, type Phrase } from './phrases.ts';
import type { Reading } from './productions.ts';
import type { Unit } from './units.ts';

/** A number of the report and what it says. One phrase gives several where it says 各1件 or names two rates. */
export interface Mention extends Reading {
  phrase: Phrase;
  value: number;
  unit: Unit;
  decimals: number;
  body: '政协' | '人大' | '合计' | null;
  /** 这74件, 主办的33件代表建议中: takes up a number that stands elsewhere, so it is a total but no fact. */
  refers: boolean;
  /** The count whose share this is. */
  of: Mention | null;
  /** Where the evidence begins and ends in the folded text. */
  start: number;
  end: number;
}

/** A mention of a phrase; its evidence is the clause up to the unit, or from the number on where that leads. */
export function toMention(phrase: Phrase, reading: Reading, more: Partial<Mention> = {}): Mention {
  const { value, unit, decimals } = phrase.quantity;
  const [noun] = phrase.after;
  const namedBy = phrase.after.length === 0 ? phrase.carried[0] : undefined;
  const start = phrase.leads ? (namedBy?.start ?? phrase.quantity.start) : phrase.start;
  const named =
    noun !== undefined && noun.start - phrase.quantity.end <= 2 && ofKind([noun], 'matter').length > 0;
  const upTo = named ? noun.end : phrase.quantity.end;
  const end = phrase.leads && unit !== '%' ? phrase.end : upTo;
  return {
    ...reading,
    phrase,
    value,
    unit,
    decimals,
    body: null,
    refers: false,
    of: null,
    start,
    end,
    ...more,
  };
}

/** A count of cases as a whole. */
export function isTotal({ metric, unit }: Mention): boolean {
  return unit !== '%' && /^(?:received|filed|lead|lead_or_joint)$/.test(metric);
}
