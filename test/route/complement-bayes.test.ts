import { describe, expect, it } from 'vitest';
import { complementBayes } from '../../pipeline/route/complement-bayes.ts';

const texts = [
  { text: '水库加固', label: '水利局', weight: 1 },
  { text: '水库清淤', label: '水利局', weight: 1 },
  { text: '道路拓宽', label: '交通运输局', weight: 1 },
];
const scorer = complementBayes(texts, ['水利局', '交通运输局']);

describe('complementBayes', () => {
  it('scores the label whose texts are like it highest, with mean 0', () => {
    const [water = 0, road = 0] = scorer.score('加固水库大坝');
    expect(water).toBeGreaterThan(road);
    expect(water + road).toBeCloseTo(0, 5);
  });

  it('scores 0 everywhere where nothing is known', () => {
    expect([...scorer.score('')]).toEqual([0, 0]);
    expect([...scorer.score('zzz')]).toEqual([0, 0]);
  });

  it('tells what a word adds', () => {
    expect(scorer.weightOf('水库', 0)).toBeGreaterThan(0);
    expect(scorer.weightOf('水库', 1)).toBeLessThan(0);
  });
});
