import { describe, expect, it } from 'vitest';
import { coloursOf, inkOn } from '../../dashboards/charts/colour-of.ts';
import { distribution } from '../../dashboards/distribution.ts';
import { OUTCOME_WORDS } from '../../dashboards/words.ts';
import { viewOfRows } from './view-of-rows.ts';

const ROWS = [
  { period: '2023', outcome: 'solved', outcome_raw: 'A', answers: 1 },
  { period: '2023', outcome: 'in_progress|planned', outcome_raw: 'B', answers: 1 },
  { period: '2024', outcome: null, outcome_raw: 'E', answers: 1 },
  { period: '2024', outcome: null, outcome_raw: 'E', answers: 1 },
  { period: '2024', outcome: null, outcome_raw: null, answers: 1 },
  { period: '2024', outcome: 'solved', outcome_raw: 'A', answers: 0 },
];

describe('distribution', () => {
  const found = distribution(viewOfRows(ROWS).cube, 'period', 'outcome', OUTCOME_WORDS);

  it('shows a code that covers several outcomes, and one that no profile maps, as themselves', () => {
    expect(found.groups).toEqual(['解决采纳', '正在解决或列入计划', 'E（口径未列）']);
    expect(found.counts.get('2023')).toEqual(
      new Map([
        ['解决采纳', 1],
        ['正在解决或列入计划', 1],
      ]),
    );
  });

  it('leaves out what is empty or not counted', () => {
    expect(found.counts.get('2024')).toEqual(new Map([['E（口径未列）', 2]]));
  });
});

describe('colours of groups', () => {
  it('are the same on every page, between two for a code that covers both, and grey for what is not mapped', () => {
    const [solved, progress, planned, both, unknown] = coloursOf([
      '解决采纳',
      '正在解决',
      '列入计划',
      '正在解决或列入计划',
      'E（口径未列）',
    ]);
    expect(coloursOf(['满意'])).toEqual([solved]);
    expect(new Set([solved, progress, planned, both, unknown]).size).toBe(5);
    expect(both).toBe('#5eaad4');
    expect(unknown).toBe('#c9ced6');
  });

  it('bear a text that can be read', () => {
    expect([inkOn('#0b4f8a'), inkOn('#8cc5e3'), inkOn('#c9ced6')]).toEqual(['#ffffff', '#1c2733', '#1c2733']);
  });
});
