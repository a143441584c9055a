import { describe, expect, it } from 'vitest';
import {
  choose,
  DISCLOSURES,
  FILED,
  PROPOSER_TYPES,
  ROLES,
  splitCell,
  yesNo,
} from '../../pipeline/ingest/words.ts';

describe('splitCell', () => {
  const names = (cell: string) => splitCell(cell).map((d) => d.name);

  it.each([
    ['水利局、财政局', ['水利局', '财政局']],
    ['水利局，财政局;交通运输局/公安局', ['水利局', '财政局', '交通运输局', '公安局']],
    ['水利局\n财政局', ['水利局', '财政局']],
    ['水利局 财政局', ['水利局', '财政局']],
    ['各县（市、区）人民政府', ['各县(市、区)人民政府']],
    ['无', []],
    ['', []],
  ])('splits %j', (cell, expected) => {
    expect(names(cell)).toEqual(expected);
  });

  it('reads roles before and behind the names', () => {
    expect(splitCell('主办：水利局；会办：财政局、交通运输局')).toEqual([
      { name: '水利局', role: 'lead' },
      { name: '财政局', role: 'co' },
      { name: '交通运输局', role: 'co' },
    ]);
    expect(splitCell('水利局（主办）、财政局（会办）')).toEqual([
      { name: '水利局', role: 'lead' },
      { name: '财政局', role: 'co' },
    ]);
  });
});

describe('choose', () => {
  it('recognises the closed vocabularies as ledgers write them', () => {
    expect(choose('不予立案', FILED)).toBe('不立案');
    expect(choose('转为意见建议', FILED)).toBe('转意见建议');
    expect(choose('并案', FILED)).toBe('并案');
    expect(choose('委员联名', PROPOSER_TYPES)).toBe('联名');
    expect(choose('团体', PROPOSER_TYPES)).toBe('集体');
    expect(choose('不予公开', DISCLOSURES)).toBe('不予公开');
    expect(choose('依申请公开', DISCLOSURES)).toBe('依申请公开');
    expect(choose('协办', ROLES)).toBe('co');
    expect(choose('主办', ROLES)).toBe('lead');
    expect(choose('月亮', FILED)).toBeNull();
  });
});

describe('yesNo', () => {
  it('reads ticks and words, and leaves the rest open', () => {
    expect(['是', '√', '已面商', '重点'].map(yesNo)).toEqual([true, true, true, true]);
    expect(['否', '未面商', '×', '一般'].map(yesNo)).toEqual([false, false, false, false]);
    expect(yesNo('大概')).toBeNull();
  });
});
