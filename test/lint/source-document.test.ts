import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../pipeline/lint/lint.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';

const lintSource = () =>
  lint(
    'handling-reports.txt',
    readFileSync(join(SHARED, '..', 'seeds', 'handling-reports.txt'), 'utf8'),
    readTerms(),
  );

/** What a reader finds who adds up the sixteen sections by hand, in their order. */
describe('lint of the source document', () => {
  it.skipIf(!hasShared)('finds the sums and shares that do not come out, and no others', () => {
    const failed = lintSource().checks.filter((check) => !check.ok);
    expect(failed.map(({ says, class: kind }) => `${says} ${kind}`)).toEqual([
      '41/46=89.2% rounding',
      '45/48=93.7% rounding',
      '17+14+39=72 error',
    ]);
  });

  it.skipIf(!hasShared)('confirms the sums that come out', () => {
    const says = lintSource().checks.map((check) => check.says);
    for (const sum of [
      '33+5=38',
      '28+11=39',
      '15+4+4+6+3+1=33',
      '11+3+6+3+2+2+1=28',
      '124+109=233',
      '53+71=124',
    ])
      expect(says).toContain(sum);
    for (const sum of [
      '15+11=26',
      '4+8=12',
      '2+3=5',
      '76+69=145',
      '42+34=76',
      '38+1+2=41',
      '33+1+1=35',
      '8+4+1=13',
    ])
      expect(says).toContain(sum);
  });

  it.skipIf(!hasShared)(
    'notes what is lost, unstated, vague or impossible, and what is printed again',
    () => {
      const notes = lintSource().notes.filter(({ kind }) => kind !== 'report');
      expect(notes.map(({ kind }) => kind)).toEqual([
        'fragment',
        'total_unstated',
        'total_unstated',
        'duplicate',
        'fragment',
        'lost_share',
        'lost_share',
        'lost_share',
        'lost_share',
        'lost_share',
        'impossible_growth',
        'rated_co',
        'vague_rate',
      ]);
    },
  );
});
