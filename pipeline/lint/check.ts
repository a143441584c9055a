import type { Mention } from './mention.ts';

/** A sum or a share that was computed again. */
export interface Check {
  kind: 'sum' | 'percent';
  ok: boolean;
  /** error: wrong; rounding: the last digit forced or cut off; incomplete: a remainder is left open. */
  class: 'error' | 'rounding' | 'incomplete' | null;
  /** What the report says: 17+14+39=72 or 41/46=89.2%. */
  says: string;
  /** What comes out: 70 or 89.13%. */
  computed: string;
  /** `text.slice(start, end)`, from the first to the last figure concerned; offsets in UTF-16 units. */
  evidence: string;
  start: number;
  end: number;
}

/** A check before its evidence is cut out: the mentions that it is about. */
export interface Finding extends Omit<Check, 'evidence' | 'start' | 'end'> {
  about: readonly Mention[];
}

/** The words from the first to the last of the mentions. */
export function stretch(about: readonly Mention[]): { start: number; end: number } {
  return {
    start: Math.min(...about.map((m) => m.start)),
    end: Math.max(...about.map((m) => m.phrase.quantity.end)),
  };
}
