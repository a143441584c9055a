import { describe, expect, it } from 'vitest';
import {
  calibrate,
  calibrationError,
  probabilities,
  reliability,
  type Scored,
  SURE_Z,
  thresholdFor,
} from '../../pipeline/classify/calibrate.ts';

/** Documents whose first label is right as often as a known curve of its lead says. */
function drawn(n: number, slope: number): Scored[] {
  return Array.from({ length: n }, (_, i) => {
    const lead = (i % 100) / 40;
    const chance = 1 / (1 + Math.exp(-(slope * lead - 0.5)));
    const right = (i * 0.618_033_988_7) % 1 < chance;
    return { scores: Float64Array.of(lead, 0, -1), right: [right ? 0 : 1], fold: 0 };
  });
}

describe('calibrate', () => {
  it('finds the curve that the data were drawn from', () => {
    const { slope, shift } = calibrate(drawn(20_000, 2), 'single');
    expect(slope).toBeCloseTo(2, 1);
    expect(shift).toBeCloseTo(-0.5, 1);
  });

  it('makes stated probabilities true: the error is small on other data of the kind', () => {
    const curve = calibrate(drawn(5_000, 2), 'single');
    const answers = drawn(7_777, 2).map(({ scores, right }) => {
      const p = probabilities(scores, curve);
      return { score: p[0] ?? 0, right: right.includes(0) };
    });
    expect(calibrationError(reliability(answers))).toBeLessThan(0.02);
  });

  it('gives each label of several its own probability', () => {
    const scored = Array.from({ length: 400 }, (_, i): Scored => {
      const x = (i % 20) / 10 - 1;
      return { scores: Float64Array.of(x, -x), right: x > 0 ? [0] : [1], fold: 0 };
    });
    const p = probabilities(Float64Array.of(0.9, 0.8), calibrate(scored, 'several'));
    expect((p[0] ?? 0) + (p[1] ?? 0)).toBeGreaterThan(1);
  });

  it('never gives another label more than the first', () => {
    const p = probabilities(Float64Array.of(1, 0.99), { kind: 'single', slope: 1, shift: -3 });
    expect(p[0]).toBeGreaterThanOrEqual(p[1] ?? 1);
  });
});

describe('thresholdFor', () => {
  it('with a margin asks for 35 right answers before it promises nine in ten', () => {
    const right = (n: number) => Array.from({ length: n }, () => ({ score: 0.8, right: true }));
    expect(thresholdFor(right(34), 0.9, SURE_Z).coverage).toBe(0);
    expect(thresholdFor(right(35), 0.9, SURE_Z)).toMatchObject({ score: 0.8, coverage: 1 });
  });

  it('takes the lowest score that keeps the precision, ties together', () => {
    const answers = [0.9, 0.8, 0.8, 0.7, 0.6].map((score, i) => ({ score, right: i !== 2 && i !== 4 }));
    expect(thresholdFor(answers, 0.75)).toEqual({ precision: 0.75, score: 0.7, coverage: 0.8 });
    expect(thresholdFor(answers, 0.95)).toEqual({ precision: 0.95, score: 0.9, coverage: 0.2 });
  });

  it('answers nothing when no score is good enough', () => {
    expect(thresholdFor([{ score: 1, right: false }], 0.9)).toMatchObject({ score: 1.01, coverage: 0 });
  });
});
