import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit, type Withheld } from '../../pipeline/share/audit.ts';
import { brokenRelations } from '../../pipeline/share/linear.ts';
import { FAMILIES, type Family } from '../../pipeline/share/relations.ts';
import type { Statistic } from '../../pipeline/share/statistics.ts';
import { suppress } from '../../pipeline/share/suppress.ts';
import { attack, type PublicRow } from './attack.ts';
import { madeUpYear } from './made-up-year.ts';

/** What the attacker looks for: a row's counts of meetings. */
type Meeting = { answers: number; met_known: number; met: number };

const meetings = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat()).map(([answers, a, b]): Meeting => {
    const met_known = a % (answers + 1);
    return { answers, met_known, met: b % (met_known + 1) };
  });

function statistics(parts: readonly Meeting[]): Statistic[] {
  const sum = (key: keyof Meeting) => parts.reduce((total, part) => total + part[key], 0);
  const total = { answers: sum('answers'), met_known: sum('met_known'), met: sum('met') };
  const row = (dimension: 'total' | 'department', value: string, one: Meeting): Statistic => ({
    per: '件次',
    dimension,
    year: 2024,
    value,
    name: value,
    measures: { ...one, met_unknown: one.answers - one.met_known },
  });
  return [row('total', '全部', total), ...parts.map((part, i) => row('department', `单位${i}`, part))];
}

const key = ({ answers, met_known, met }: Meeting) => `${answers} ${met_known} ${met}`;
const isSmall = (n: number) => n >= 1 && n <= 4;
const numbers = ({ answers, met_known, met }: Meeting) => [
  met_known,
  answers - met_known,
  met,
  met_known - met,
];

/** Knows nothing of moves: tries every table of whole numbers and keeps those that would be published so. */
function tryEveryTable(rows: readonly Statistic[], withheld: Withheld): Meeting[][] {
  const [total, ...parts] = rows.map((row) => ({
    truth: { answers: 0, met_known: 0, met: 0, ...row.measures },
    size: withheld.get(row)?.has('size') === true,
    meeting: withheld.get(row)?.has('meeting') === true,
  }));
  if (!total) return [];
  const most = total.truth.answers;
  const candidates = parts.map(({ truth, size, meeting }) => {
    if (!meeting) return [truth];
    const found: Meeting[] = [];
    for (let answers = size ? 1 : truth.answers; answers <= (size ? most : truth.answers); answers++)
      for (let met_known = 0; met_known <= answers; met_known++)
        for (let met = 0; met <= met_known; met++) found.push({ answers, met_known, met });
    return found;
  });
  const tables: Meeting[][] = [];
  const extend = (table: Meeting[], left: Meeting): void => {
    if (left.answers < 0 || (!total.meeting && (left.met_known < 0 || left.met < 0))) return;
    const next = candidates[table.length];
    if (next) {
      for (const one of next)
        extend([...table, one], {
          answers: left.answers - one.answers,
          met_known: left.met_known - one.met_known,
          met: left.met - one.met,
        });
    } else if (left.answers === 0 && (total.meeting || (left.met_known === 0 && left.met === 0)))
      tables.push(table);
  };
  extend([], total.truth);
  // Something is withheld only where something is small.
  return tables.filter((table) => {
    const hidden = table.filter((_, i) => parts[i]?.meeting && !parts[i]?.size);
    const isWhole = parts.some(({ size }) => size) || total.meeting;
    return hidden.length === 0 || isWhole || hidden.some((one) => numbers(one).some(isSmall));
  });
}

function published(row: Statistic, withheld: Withheld): PublicRow {
  const { measures, ...rest } = row;
  const hidden = new Set<string>([...(withheld.get(row) ?? [])].flatMap((family) => FAMILIES[family]));
  const shown = Object.entries(measures).map(([name, count]) => [name, hidden.has(name) ? null : count]);
  return { ...rest, ...Object.fromEntries(shown) };
}

describe('suppress', () => {
  it('publishes no number from 1 to 4 and no difference of that size', () => {
    fc.assert(
      fc.property(fc.array(meetings(40), { minLength: 1, maxLength: 12 }), (parts) => {
        const rows = statistics(parts);
        const withheld = suppress(rows);
        for (const row of rows) {
          const { answers = 0, met_known = 0, met = 0 } = row.measures;
          if (!withheld.get(row)?.has('size')) expect(isSmall(answers)).toBe(false);
          if (!withheld.get(row)?.has('meeting'))
            expect(numbers({ answers, met_known, met }).some(isSmall)).toBe(false);
        }
      }),
    );
  });

  it('leaves no withheld small number that trying every table can recover', () => {
    let attacked = 0;
    fc.assert(
      fc.property(fc.array(meetings(7), { minLength: 1, maxLength: 3 }), (parts) => {
        const rows = statistics(parts);
        const withheld = suppress(rows);
        const [total, ...own] = rows;
        // A year that is withheld whole: its answers are no more known than the rest.
        if (!total || withheld.get(total)?.has('size')) return;
        const tables = tryEveryTable(rows, withheld);
        expect(tables.map((table) => table.map(key).join()).includes(parts.map(key).join())).toBe(true);
        const spread = (i: number, of: (one: Meeting) => number) =>
          new Set(tables.flatMap((table) => (table[i] ? [of(table[i])] : []))).size;
        for (const [i, row] of own.entries()) {
          const truth = { answers: 0, met_known: 0, met: 0, ...row.measures };
          if (withheld.get(row)?.has('size') && isSmall(truth.answers))
            expect(spread(i, (one) => one.answers)).toBeGreaterThan(1);
          if (!withheld.get(row)?.has('meeting')) continue;
          for (const [n, value] of numbers(truth).entries())
            if (isSmall(value)) {
              attacked += 1;
              expect(spread(i, (one) => numbers(one)[n] ?? 0)).toBeGreaterThan(1);
            }
        }
      }),
      { numRuns: 80 },
    );
    expect(attacked).toBeGreaterThan(20);
  });

  it('leaves nothing in years of all measures that sums and bounds could tell, and proves it', () => {
    let small = 0;
    fc.assert(
      fc.property(madeUpYear, (rows) => {
        expect(rows.flatMap(({ measures }) => brokenRelations(measures))).toEqual([]);
        const withheld = suppress(rows);
        const audited = audit(rows, withheld);
        small += audited.length;
        expect(audited.filter(({ low, high }) => low === high)).toEqual([]);
        const told = attack(rows.map((row) => published(row, withheld)));
        expect(told.filter((says) => isSmall(Number(says.split(' = ')[1])))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(small).toBeGreaterThan(1000);
  });

  it('withholds a second row where one alone could be subtracted', () => {
    const rows = statistics([
      { answers: 20, met_known: 20, met: 10 },
      { answers: 30, met_known: 30, met: 15 },
      { answers: 12, met_known: 12, met: 2 },
    ]);
    const withheld = suppress(rows);
    expect([...withheld.keys()].map(({ name }) => name)).toEqual(['单位2', '单位0']);
    expect(audit(rows, withheld).every(({ low, high }) => low < high)).toBe(true);
  });

  it('gives the same answer in any order of rows', () => {
    fc.assert(
      fc.property(fc.array(meetings(20), { minLength: 2, maxLength: 6 }), (parts) => {
        const rows = statistics(parts);
        const names = (withheld: Withheld) =>
          [...withheld].map(([{ name }, families]) => `${name} ${[...families].sort()}`).sort();
        expect(names(suppress([...rows].reverse()))).toEqual(names(suppress(rows)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('audit', () => {
  it('tells a number that can be subtracted from its total', () => {
    const rows = statistics([
      { answers: 20, met_known: 20, met: 10 },
      { answers: 12, met_known: 12, met: 2 },
    ]);
    const only: Withheld = new Map([[rows[2] ?? fail(), new Set<Family>(['meeting'])]]);
    expect(audit(rows, only).map(({ number, low, high }) => [number, low, high])).toEqual([['met', 2, 2]]);
  });
});

it('every measure belongs to one family, and made-up rows keep the relations', () => {
  const measures = Object.values(FAMILIES).flat();
  expect(new Set(measures).size).toBe(measures.length);
  expect(brokenRelations({ answers: 10, met_known: 8, met_unknown: 2, met: 9 })).toEqual([
    'met <= met_known',
  ]);
});

function fail(): never {
  throw new Error('no such row');
}
