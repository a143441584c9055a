import { describe, expect, it } from 'vitest';
import { readResults } from '../../data/docs/read-results.ts';

const results = readResults();

describe('readResults', () => {
  it('finds a cell by section, table, row and column, as a number', () => {
    const titles = results.cell('routing', 'real titles', 'real titles', 'proposals');
    expect(titles).toBe(100);
    expect(results.cell('linking', 'documents', '100,000', 'copies found')).toBeGreaterThan(0.9);
  });

  it('finds figures in the text', () => {
    expect(results.numbers('classifiers', /Real titles \((\d+)\)/)).toEqual([115]);
  });

  it('says what is not there, rather than leave a gap in the page', () => {
    expect(() => results.cell('routing', 'real titles', 'real titles', 'luck')).toThrow(
      /routing.*luck is not there/,
    );
    expect(() => results.cell('nothing', 'real titles', 'x', 'y')).toThrow(/nothing .*is not there/);
    expect(() => results.numbers('routing', /no such words (\d+)/)).toThrow(/is not there/);
  });
});
