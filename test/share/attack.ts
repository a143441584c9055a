import { FAMILIES, RELATIONS } from '../../pipeline/share/relations.ts';

/** A row of public_statistics as anyone reads it: null is withheld, or not of this kind of row. */
export type PublicRow = Readonly<Record<string, string | number | null>>;

interface Bounds {
  low: number;
  high: number;
}

const ONLY_CASES = new Set([
  'proposals',
  'unassigned',
  'not_counted',
  'filed',
  'merged',
  'not_filed',
  'filed_unknown',
  'return_known',
  'returned',
  'return_unknown',
]);

/**
 * Narrows what every withheld number can be, by nothing but sums and common sense: relations within a row, parts that
 * add up to their total, counts of cases that are no larger than counts of answers. Returns the numbers that are then
 * certain, as `year per value measure = number`.
 */
export function attack(rows: readonly PublicRow[]): string[] {
  const measures = Object.values(FAMILIES).flat();
  const bounds = new Map<string, Bounds>();
  const key = (row: PublicRow, measure: string) => `${row.year} ${row.per} ${row.value} ${measure}`;
  const hidden = new Set<string>();
  for (const row of rows)
    for (const measure of measures) {
      if (row.per === '件次' && ONLY_CASES.has(measure)) continue;
      const value = row[measure];
      const isKnown = typeof value === 'number';
      if (!isKnown) hidden.add(key(row, measure));
      bounds.set(
        key(row, measure),
        isKnown ? { low: value, high: value } : { low: 0, high: Number.POSITIVE_INFINITY },
      );
    }
  const sums = [...relations(rows, key), ...totals(rows, measures, key)];
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) if (narrow(sum, bounds)) changed = true;
  }
  return [...hidden].flatMap((name) => {
    const found = bounds.get(name);
    return found && found.low === found.high ? [`${name} = ${found.low}`] : [];
  });
}

/** Σ plus − Σ minus is 0, or at least 0. */
interface Sum {
  plus: string[];
  minus: string[];
  isEqual: boolean;
}

type Key = (row: PublicRow, measure: string) => string;

function relations(rows: readonly PublicRow[], key: Key): Sum[] {
  return rows.flatMap((row) =>
    RELATIONS.map((relation) => {
      const isEqual = !relation.includes('<=');
      const [left = '', right = ''] = relation.split(isEqual ? '=' : '<=');
      const names = (side: string) => side.split('+').map((name) => key(row, name.trim()));
      return { plus: names(right), minus: names(left), isEqual };
    }),
  );
}

function totals(rows: readonly PublicRow[], measures: readonly string[], key: Key): Sum[] {
  return rows
    .filter((row) => row.dimension === 'total')
    .flatMap((total) =>
      measures.flatMap((measure): Sum[] => {
        const parts = rows.filter(
          (row) => row.dimension !== 'total' && row.per === total.per && row.year === total.year,
        );
        const answers = rows.find(
          (row) => row.dimension === 'total' && row.per === '件次' && row.year === total.year,
        );
        const sum = {
          plus: parts.map((row) => key(row, measure)),
          minus: [key(total, measure)],
          isEqual: true,
        };
        if (total.per === '件次' || !answers) return [sum];
        return [
          sum,
          {
            plus: [key(answers, measure)],
            minus: [key(total, measure)],
            isEqual: measure.startsWith('promises'),
          },
        ];
      }),
    );
}

/** Bounds of each number from those of all others in the sum. */
function narrow({ plus, minus, isEqual }: Sum, bounds: Map<string, Bounds>): boolean {
  const terms = [...plus.map((name) => [name, 1] as const), ...minus.map((name) => [name, -1] as const)];
  const of = terms.map(([name, sign]) => ({ name, sign, bound: bounds.get(name) }));
  if (of.some(({ bound }) => bound === undefined)) return false;
  let changed = false;
  for (const { name, sign, bound } of of) {
    if (!bound || bound.low === bound.high) continue;
    let [least, most] = [0, 0];
    for (const other of of) {
      if (other.name === name || !other.bound) continue;
      least += other.sign * (other.sign > 0 ? other.bound.low : other.bound.high);
      most += other.sign * (other.sign > 0 ? other.bound.high : other.bound.low);
    }
    // sign × x = −rest, or at least that.
    const next =
      sign > 0
        ? { low: Math.max(bound.low, -most), high: isEqual ? Math.min(bound.high, -least) : bound.high }
        : { low: isEqual ? Math.max(bound.low, least) : bound.low, high: Math.min(bound.high, most) };
    if (next.low > bound.low || next.high < bound.high) {
      bounds.set(name, next);
      bound.low = next.low;
      bound.high = next.high;
      changed = true;
    }
  }
  return changed;
}
