import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extent, endOfSheet } from '../../dashboards/print/end-of-sheet.ts';

/** Extents one below the other. */
function column(heights: { height: number; keepWithNext?: boolean; repeated?: number }[]): Extent[] {
  let top = 0;
  return heights.map(({ height, keepWithNext = false, repeated = 0 }) => {
    const extent = { top, bottom: top + height, keepWithNext, repeated };
    top += height;
    return extent;
  });
}

describe('endOfSheet', () => {
  it('takes what fits, to the last pixel', () => {
    expect(endOfSheet(column([{ height: 50 }, { height: 50 }, { height: 1 }]), 100)).toBe(2);
  });

  it('leaves a heading to the sheet of what follows it', () => {
    const extents = column([{ height: 60 }, { height: 20, keepWithNext: true }, { height: 50 }]);
    expect(endOfSheet(extents, 100)).toBe(1);
  });

  it('leaves room for the head of a table that goes on', () => {
    const extents = column([
      { height: 40, repeated: 30 },
      { height: 40, repeated: 30 },
    ]);
    expect(endOfSheet(extents, 100)).toBe(1);
  });

  it('gives what is taller than a sheet one to itself', () => {
    expect(endOfSheet(column([{ height: 500 }, { height: 10 }]), 100)).toBe(1);
  });

  it('always goes on, and no sheet is taller than it may be unless it holds a single block and its headings', () => {
    const block = fc.record({ height: fc.integer({ min: 1, max: 150 }), keepWithNext: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1 }), (blocks) => {
        let rest = column(blocks);
        while (rest.length > 0) {
          const end = endOfSheet(rest, 100);
          expect(end).toBeGreaterThan(0);
          const sheet = rest.slice(0, end);
          const tall = (sheet[end - 1]?.bottom ?? 0) - (sheet[0]?.top ?? 0);
          expect(tall <= 100 || end === 1).toBe(true);
          rest = rest.slice(end);
        }
      }),
    );
  });
});
