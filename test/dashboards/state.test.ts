import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, filtersInWords, parseAddress, type State, toAddress } from '../../dashboards/state.ts';

const YEAR = fc.option(fc.integer({ min: 1000, max: 9999 }));
const WORDS = fc.option(fc.string({ unit: 'binary', minLength: 1 }));
const STATE: fc.Arbitrary<State> = fc.record({
  tab: fc.constantFrom('overview', 'topics', 'proposals', ''),
  case: WORDS,
  unit: WORDS,
  filters: fc.record({
    from: YEAR,
    to: YEAR,
    body: WORDS,
    topic: WORDS,
    department: WORDS,
    district: WORDS,
    proposer_type: WORDS,
  }),
});

describe('state in the address', () => {
  it('comes back from the address as it went in, whatever the names contain', () => {
    fc.assert(
      fc.property(STATE, (state) => {
        expect(parseAddress(toAddress(state))).toEqual(state);
      }),
    );
  });

  it('makes an address that has no blank, quote or bracket to break out with', () => {
    fc.assert(
      fc.property(STATE, (state) => {
        expect(toAddress(state)).toMatch(/^#[^\s"'<>]*$/);
      }),
    );
  });

  it('reads any text at all without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        const { filters } = parseAddress(hash);
        for (const year of [filters.from, filters.to])
          expect(year === null || (Number.isInteger(year) && year >= 0 && year <= 9999)).toBe(true);
      }),
    );
  });

  it.each([
    ['', { tab: '', case: null, unit: null, filters: ALL }],
    [
      '#topics?year=2021-2023',
      { tab: 'topics', case: null, unit: null, filters: { ...ALL, from: 2021, to: 2023 } },
    ],
    ['#topics?year=-2023', { tab: 'topics', case: null, unit: null, filters: { ...ALL, to: 2023 } }],
    ['#topics?year=二〇二一-2023&nonsense=1', { tab: 'topics', case: null, unit: null, filters: ALL }],
    ['#%E0%A4%A?topic=', { tab: '', case: null, unit: null, filters: ALL }],
    [
      '#a?topic=%3Cimg%20src%3Dx%3E',
      { tab: 'a', case: null, unit: null, filters: { ...ALL, topic: '<img src=x>' } },
    ],
    ['#a?__proto__=x&constructor=y', { tab: 'a', case: null, unit: null, filters: ALL }],
  ])('reads %j', (hash, state) => {
    expect(parseAddress(hash)).toEqual(state);
  });

  it('says the filters in words, years first', () => {
    expect(filtersInWords({ ...ALL, from: 2021, to: 2023, topic: '水利' })).toBe('2021—2023年，主题：水利');
    expect(filtersInWords({ ...ALL, from: 2024, to: 2024 })).toBe('2024年');
    expect(filtersInWords({ ...ALL, to: 2022 })).toBe('最早—2022年');
    expect(filtersInWords(ALL)).toBe('');
  });
});
