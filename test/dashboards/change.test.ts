import { describe, expect, it } from 'vitest';
import { changeOf, changesOf } from '../../dashboards/change.ts';
import { changeInWords, trendInWords } from '../../dashboards/sentences.ts';
import type { Metric } from '../../pipeline/outcome/metrics-of.ts';
import { viewOfRows } from './view-of-rows.ts';

const metric = (id: string, name: string): Metric => ({
  id,
  name,
  unit: null,
  numerator: ['solved'],
  denominator: ['answers'],
  excluded: [],
  formula: '解决 ÷ 答复',
  note: null,
  source: '',
});
const METRICS = [metric('solved_rate', '解决率'), metric('reply_rate', '办复率')];

/** So many solved of so many, by year. */
function years(counts: Record<string, [solved: number, of: number]>, notDue = 0) {
  const last = Object.keys(counts).sort().pop();
  const rows = Object.entries(counts).flatMap(([period, [solved, of]]) =>
    Array.from({ length: of }, (_, i) => ({
      period,
      solved: i < solved ? 1 : 0,
      answers: 1,
      not_due: period === last && i < notDue ? 1 : 0,
    })),
  );
  return viewOfRows(rows, METRICS);
}

describe('change', () => {
  it('is a rise or a fall only where its interval leaves out zero', () => {
    const verdict = (now: [number, number]) =>
      changeOf(years({ 2023: [50, 100], 2024: now }), 'solved_rate')?.verdict;
    expect([verdict([80, 100]), verdict([55, 100]), verdict([20, 100])]).toEqual([
      '上升',
      '看不出变化',
      '下降',
    ]);
  });

  it('is not told without an earlier year, or where a year has fewer than ten', () => {
    expect(changeOf(years({ 2024: [5, 100] }), 'solved_rate')).toBeNull();
    expect(changeOf(years({ 2023: [9, 9], 2024: [0, 100] }), 'solved_rate')).toBeNull();
    expect(changeOf(years({ 2023: [90, 100], 2024: [0, 9] }), 'solved_rate')).toBeNull();
  });

  it('of the reply rate waits until nothing of the last year may still come in time', () => {
    const counts: Record<string, [number, number]> = { 2023: [90, 100], 2024: [50, 100] };
    expect(changeOf(years(counts, 3), 'reply_rate')).toBeNull();
    expect(changeOf(years(counts), 'reply_rate')?.verdict).toBe('下降');
  });

  it('tells of small steps by the first year when no single one is beyond chance', () => {
    const view = years({ 2021: [60, 100], 2022: [52, 100], 2023: [45, 100], 2024: [38, 100] });
    const changes = changesOf(view, 'solved_rate');
    expect(changes.map((c) => [c.before, c.verdict])).toEqual([
      ['2023', '看不出变化'],
      ['2021', '下降'],
    ]);
    expect(trendInWords(changes)).toMatch(
      /^，2024年比2021年下降 22\.0 个百分点（95% 区间 −34\.\d 至 −8\.\d）$/,
    );
  });

  it('never calls a difference within chance a change', () => {
    const change = changeOf(years({ 2023: [50, 100], 2024: [55, 100] }), 'solved_rate');
    expect(change && changeInWords(change)).toMatch(/^与2023年相比看不出变化（\+5\.0 个百分点，/);
  });
});
