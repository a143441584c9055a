import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CubeRow,
  crossSum,
  cubeOf,
  type DimensionValue,
  dimension,
  measureOf,
  narrow,
  sumBy,
} from '../../pipeline/outcome/cube.ts';

interface Row extends CubeRow {
  year: number | null;
  topic: string | null;
  is_first: boolean;
  answers: number;
}

const ROWS: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    year: fc.constantFrom(2021, 2022, 2023, null),
    topic: fc.constantFrom('水利', '教育', '养老', null),
    is_first: fc.boolean(),
    answers: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Sums as anyone would write them over rows. */
function naive(rows: readonly Row[], key: (row: Row) => DimensionValue): Map<DimensionValue, number> {
  const sums = new Map<DimensionValue, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.answers);
  return sums;
}

const sorted = (sums: ReadonlyMap<DimensionValue, number>) =>
  [...sums].map(([value, sum]) => [String(value), sum] as const).sort(([a], [b]) => (a < b ? -1 : 1));

describe('cube', () => {
  it('sums by a dimension as a loop over rows does', () => {
    fc.assert(
      fc.property(
        ROWS,
        fc.constantFrom('year' as const, 'topic' as const, 'is_first' as const),
        (rows, by) => {
          expect(sorted(sumBy(cubeOf(rows, []), by, 'answers'))).toEqual(
            sorted(naive(rows, (row) => row[by])),
          );
        },
      ),
    );
  });

  it('narrows to a value, to one of several, and to what is not known, as a filter over rows does', () => {
    const values = fc.subarray<string | null>(['水利', '教育', '养老', null, '没有这个']);
    fc.assert(
      fc.property(ROWS, values, fc.boolean(), (rows, topics, isFirst) => {
        const kept = rows.filter((row) => topics.includes(row.topic) && row.is_first === isFirst);
        const cube = narrow(cubeOf(rows, []), { topic: topics, is_first: isFirst });
        expect(cube.rows.length).toBe(kept.length);
        expect(sorted(sumBy(cube, 'year', 'answers'))).toEqual(sorted(naive(kept, (row) => row.year)));
      }),
    );
  });

  it('narrows step by step to what it narrows to at once', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const cube = cubeOf(rows, []);
        const steps = narrow(narrow(cube, { topic: '水利' }), { year: [2021, 2022] });
        expect([...Array.from(steps.rows)]).toEqual([
          ...Array.from(narrow(cube, { year: [2021, 2022], topic: '水利' }).rows),
        ]);
      }),
    );
  });

  it('crosses two dimensions into the sums of each pair, and only the pairs that occur', () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const crossed = crossSum(cubeOf(rows, []), ['topic', 'year'], 'answers');
        const pairs = [...crossed].flatMap(([topic, years]) =>
          [...years].map(([year, sum]): [string, number] => [`${topic}|${year}`, sum]),
        );
        expect(sorted(new Map(pairs))).toEqual(sorted(naive(rows, (row) => `${row.topic}|${row.year}`)));
      }),
    );
  });

  it('lists values ascending, what is not known last', () => {
    const rows = [2023, null, 2021].map((year) => ({ year, answers: 1 }));
    expect([...sumBy(cubeOf(rows, []), 'year', 'answers').keys()]).toEqual([2021, 2023, null]);
  });

  it('leaves a sum unknown where one of its numbers is withheld, and no other', () => {
    const rows = [
      { topic: '水利', answers: Number.NaN },
      { topic: '水利', answers: 4 },
      { topic: '教育', answers: 5 },
    ];
    expect(sumBy(cubeOf(rows, []), 'topic', 'answers')).toEqual(
      new Map<string, number>([
        ['教育', 5],
        ['水利', Number.NaN],
      ]),
    );
  });

  it('throws for a column that is not there, but has all of them when it has no rows', () => {
    const cube = cubeOf([{ topic: '水利', answers: 1 }], []);
    expect(() => dimension(cube, 'street')).toThrow('no dimension street');
    expect(() => measureOf(cube, 'wishes')).toThrow('no measure wishes');
    expect(sumBy(cubeOf([], []), 'street', 'wishes').size).toBe(0);
  });
});
