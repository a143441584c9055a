import { holds, type Linear, type Measures, PARSED } from './linear.ts';
import { FAMILIES, type Family, LINKED } from './relations.ts';

/** One record counted in another way: one late answer more and one in time less. */
export interface Move {
  change: Readonly<Record<string, number>>;
  /** The families whose measures it changes. */
  families: readonly Family[];
  relations: readonly Linear[];
}

/**
 * Every way in which one record can be counted in another one without changing the measures outside the families that
 * are linked with this one. Each record is counted once or not at all in a measure, and obeys the relations as every
 * row does. The simplest first.
 */
export function movesOf(family: Family): readonly Move[] {
  const linked = LINKED.find((families) => families.includes(family)) ?? [];
  const known = made.get(linked);
  if (known) return known;
  const moves = makeMoves(linked);
  made.set(linked, moves);
  return moves;
}

const made = new Map<readonly Family[], readonly Move[]>();

/** Whether the row stays one that could be when a record is counted so (by 1), or no longer so (by −1). */
export function canMove(row: Measures, { change, relations }: Move, by: 1 | -1): boolean {
  for (const [measure, step] of Object.entries(change)) if ((row[measure] ?? 0) + by * step < 0) return false;
  return relations.every(({ terms, isEqual }) => {
    let sum = 0;
    for (const [measure, coefficient] of terms) {
      const value = row[measure];
      if (value === undefined) return true;
      sum += coefficient * (value + by * (change[measure] ?? 0));
    }
    return isEqual ? sum === 0 : sum >= 0;
  });
}

export function moved(row: Measures, { change }: Move, by: 1 | -1): Measures {
  const changed = Object.entries(change).map(([measure, step]) => [measure, (row[measure] ?? 0) + by * step]);
  return { ...row, ...Object.fromEntries(changed) };
}

function makeMoves(linked: readonly Family[]): Move[] {
  const measures: readonly string[] = linked.flatMap((family) => FAMILIES[family]);
  const found = new Map<string, Move>();
  for (const outside of [
    { proposals: 1, answers: 1 },
    { proposals: 1, answers: 0 },
  ]) {
    const kinds = kindsOfRecord(measures, outside);
    for (const a of kinds)
      for (const b of kinds) {
        const change = Object.fromEntries(
          measures.flatMap((measure) => {
            const step = (b[measure] ?? 0) - (a[measure] ?? 0);
            return step === 0 ? [] : [[measure, step]];
          }),
        );
        const key = JSON.stringify(change);
        if (key !== '{}' && !found.has(key)) found.set(key, toMove(change, linked));
      }
  }
  const size = ({ change }: Move) => Object.keys(change).length;
  return [...found.values()].sort((a, b) => size(a) - size(b));
}

function toMove(change: Readonly<Record<string, number>>, linked: readonly Family[]): Move {
  return {
    change,
    families: linked.filter((family) => FAMILIES[family].some((measure) => measure in change)),
    relations: PARSED.filter(({ terms }) => terms.some(([measure]) => measure in change)),
  };
}

/** The ways in which one record can be counted: 0 or 1 in each measure, all relations within them kept. */
function kindsOfRecord(measures: readonly string[], outside: Measures): Measures[] {
  const known = new Set([...measures, ...Object.keys(outside)]);
  const inside = PARSED.filter(({ terms }) => terms.every(([measure]) => known.has(measure)));
  let kinds: Measures[] = [outside];
  for (const measure of measures) {
    const decided = (kind: Measures) =>
      inside.filter(({ terms }) => terms.some(([m]) => m === measure) && terms.every(([m]) => m in kind));
    kinds = kinds.flatMap((kind) =>
      [0, 1].flatMap((value) => {
        const next = { ...kind, [measure]: value };
        return decided(next).every((one) => holds(one, next)) ? [next] : [];
      }),
    );
  }
  return kinds;
}
