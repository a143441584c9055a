import { describe, expect, it } from 'vitest';
import { type Judged, measure, mistakesOf } from '../../pipeline/classify/metrics.ts';

const judged = (truth: string, ...said: string[]): Judged => ({
  id: truth,
  title: truth,
  text: '',
  truth: truth.split('、'),
  ranking: said.map((label, i) => ({ label, score: 0.9 - i * 0.1 })),
  nearest: () => '样本（甲）',
});

describe('measure', () => {
  const answers = [
    judged('甲', '甲', '乙'),
    judged('甲', '乙', '甲'),
    judged('乙', '乙', '甲'),
    judged('丙', '乙', '甲', '丁', '丙'),
  ];
  const m = measure(answers);

  it('counts first answers, first three, and the F1 of each label', () => {
    expect(m).toMatchObject({ documents: 4, accuracy: 0.5, top3: 0.75 });
    const of = (label: string) => m.classes.find((c) => c.label === label);
    expect(of('甲')).toMatchObject({ support: 2, precision: 1, recall: 0.5 });
    expect(of('甲')?.f1).toBeCloseTo(2 / 3);
    expect(of('乙')).toMatchObject({ support: 1, precision: 1 / 3, recall: 1, f1: 0.5 });
    expect(of('丙')).toMatchObject({ support: 1, precision: 0, recall: 0, f1: 0 });
    expect(m.macro_f1).toBeCloseTo((2 / 3 + 0.5 + 0) / 3);
    expect(m.weighted_f1).toBeCloseTo((2 * (2 / 3) + 0.5) / 4);
  });

  it('names what is confused, and the surest mistakes first', () => {
    expect(m.confusions).toEqual([
      { truth: '丙', predicted: '乙', documents: 1 },
      { truth: '甲', predicted: '乙', documents: 1 },
    ]);
    expect(mistakesOf(answers)[0]).toMatchObject({ predicted: '乙', score: 0.9 });
    expect(mistakesOf(answers)[0]?.nearest()).toBe('样本（甲）');
  });

  it('takes any of several right labels for right', () => {
    expect(measure([judged('甲、乙', '乙')])).toMatchObject({ accuracy: 1, top3: 1 });
  });

  it('takes every label from 0.5 on for an answer where documents have several', () => {
    const { classes } = measure([judged('甲、乙', '乙', '甲', '丙', '丁', '戊', '己')]);
    const said = classes.map((c) => [c.label, c.precision, c.recall]);
    expect(said.slice(0, 2)).toEqual(
      expect.arrayContaining([
        ['甲', 1, 1],
        ['乙', 1, 1],
      ]),
    );
    expect(said.map(([label]) => label)).not.toContain('己');
  });
});
