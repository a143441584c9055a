import { OUTCOMES, type Outcome } from '../rows.ts';
import type { Profile } from './profile.ts';

/** Why a class of one profile stands beside nothing in the other. */
export type Refusal = 'not_defined' | 'not_separable';

/** What two scales can be compared on. Classes and unions are canonical outcomes joined by `|`. */
export interface Comparable {
  /** The finest unions that both scales define, in canonical order: `solved`, `in_progress|planned`. */
  unions: string[];
  /** What is left of each scale. */
  refused: { side: 'left' | 'right'; outcome: string; why: Refusal }[];
}

/**
 * Two scales are comparable where they cut the same outcomes into whole classes: a B that is in_progress|planned on one
 * side stands beside B and C of a side that keeps them apart, together; a D that is reference alone never stands beside a
 * C that is reference|declined. Only the places' own scales count, not the words that every profile reads.
 */
export function compareProfiles(left: Pick<Profile, 'scale'>, right: Pick<Profile, 'scale'>): Comparable {
  const groups = overlapping([...left.scale, ...right.scale]);
  const whole = (scale: readonly string[], group: string) =>
    unite(scale.filter((c) => overlap(c, group))) === group;
  const unions = groups.filter((group) => whole(left.scale, group) && whole(right.scale, group));
  const refused = (side: 'left' | 'right', own: readonly string[], other: readonly string[]) =>
    sortOutcomes(own)
      .filter((outcome) => !unions.some((union) => overlap(outcome, union)))
      .map((outcome) => {
        const why: Refusal = other.some((c) => overlap(c, outcome)) ? 'not_separable' : 'not_defined';
        return { side, outcome, why };
      });
  return {
    unions: sortOutcomes(unions),
    refused: [...refused('left', left.scale, right.scale), ...refused('right', right.scale, left.scale)],
  };
}

/** Whether a code read as `outcome` (null: unmapped) belongs to a union; then all of it does. */
export function isWithin(outcome: string | null, union: string): boolean {
  const members = union.split('|');
  return outcome?.split('|').every((o) => members.includes(o)) ?? false;
}

/** Classes that share an outcome, directly or through others, grow together. */
function overlapping(classes: readonly string[]): string[] {
  let groups: string[] = [];
  for (const own of classes) {
    const touching = groups.filter((group) => overlap(group, own));
    groups = [...groups.filter((group) => !touching.includes(group)), unite([...touching, own])];
  }
  return groups;
}

function overlap(a: string, b: string): boolean {
  const members = b.split('|');
  return a.split('|').some((o) => members.includes(o));
}

function unite(classes: readonly string[]): string {
  const members = new Set(classes.flatMap((c) => c.split('|')));
  return OUTCOMES.filter((o) => members.has(o)).join('|');
}

function sortOutcomes(classes: readonly string[]): string[] {
  const place = (c: string) => OUTCOMES.findIndex((o: Outcome) => o === c.split('|')[0]);
  return [...classes].sort((a, b) => place(a) - place(b));
}
