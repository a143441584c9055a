import { expect, it } from 'vitest';
import { matchIssues } from '../../pipeline/track/match-issues.ts';

const known = new Map([
  ['a', 'YT-0001'],
  ['b', 'YT-0001'],
  ['c', 'YT-0002'],
  ['d', 'YT-0002'],
  ['e', 'YT-10000'],
]);

it.each([
  [
    'most shared members win',
    [['a', 'c', 'd'], ['b']],
    [
      [0, 'YT-0002'],
      [1, 'YT-0001'],
    ],
  ],
  [
    'each id goes to one group',
    [
      ['a', 'x'],
      ['b', 'y'],
    ],
    [[0, 'YT-0001']],
  ],
  ['of equal ones the older id wins', [['a', 'c']], [[0, 'YT-0001']]],
  ['also when its number has more digits', [['e', 'c']], [[0, 'YT-0002']]],
  ['what is new gets none', [['x', 'y']], []],
])('%s', (_, groups, matched) => {
  expect([...matchIssues(groups, known)]).toEqual(matched);
});
