import { describe, expect, it } from 'vitest';
import { sortRows } from '../../dashboards/pages/proposals/sort-rows.ts';
import { cubeOf } from '../../pipeline/outcome/cube.ts';

const rows = [
  { outcome: 'planned', result_final: null, days_to_reply: 30, topic_name: '水利', department: '水利局' },
  { outcome: null, result_final: 'satisfied', days_to_reply: -1, topic_name: '教育', department: '教育局' },
  {
    outcome: 'solved',
    result_final: 'dissatisfied',
    days_to_reply: 90,
    topic_name: '交通',
    department: null,
  },
  {
    outcome: 'in_progress|planned',
    result_final: null,
    days_to_reply: 30,
    topic_name: '水利',
    department: null,
  },
];
const cube = cubeOf(rows, []);
const sorted = (order: string) => [...sortRows(cube, Uint32Array.of(0, 1, 2, 3), order)];

describe('sortRows', () => {
  it('orders days both ways, what is not known last in both', () => {
    expect(sorted('days')).toEqual([0, 3, 2, 1]);
    expect(sorted('-days')).toEqual([2, 0, 3, 1]);
  });

  it('orders outcomes from solved to refused, a code for several after its first', () => {
    expect(sorted('outcome')).toEqual([2, 3, 0, 1]);
  });

  it('orders names by pinyin', () => {
    expect(sorted('topic')).toEqual([2, 1, 0, 3]);
  });

  it('keeps the order of the table for no order and for one that is not known', () => {
    expect(sorted('')).toEqual([0, 1, 2, 3]);
    expect(sorted('-id')).toEqual([3, 2, 1, 0]);
    expect(sorted('constructor')).toEqual([0, 1, 2, 3]);
  });
});
