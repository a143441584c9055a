import { expect, it } from 'vitest';
import { trainSvm } from '../../pipeline/classify/svm.ts';

/** The points (x, y) as a sparse matrix of two features. */
function matrix(points: [number, number][]) {
  return {
    start: Int32Array.from({ length: points.length + 1 }, (_, i) => i * 2),
    ids: Int32Array.from(points.flatMap(() => [0, 1])),
    values: Float32Array.from(points.flat()),
  };
}

it('finds the minimum of ½(w² + b²) + C Σ max(0, 1 − y f)²', () => {
  const points: [number, number][] = [
    [2, 1],
    [1, 2],
    [-1, 0.5],
    [-2, -1],
    [0.3, -0.2],
    [0.1, 0.4],
  ];
  const positive = Uint8Array.of(1, 1, 0, 0, 1, 0);
  const options = { c: 0.7, balanced: false, seed: 1 };
  const w = trainSvm(matrix(points), Int32Array.of(0, 1, 2, 3, 4, 5), positive, 2, options);
  const objective = (v: readonly number[]) =>
    0.5 * v.reduce((sum, x) => sum + x * x, 0) +
    0.7 *
      points.reduce((sum, [x, y], i) => {
        const margin = 1 - (positive[i] === 1 ? 1 : -1) * (x * (v[0] ?? 0) + y * (v[1] ?? 0) + (v[2] ?? 0));
        return sum + Math.max(0, margin) ** 2;
      }, 0);
  const found = objective([...w]);
  for (const step of [0.05, -0.05]) {
    for (let k = 0; k < 3; k++) {
      expect(objective([...w].map((x, i) => (i === k ? x + step : x)))).toBeGreaterThan(found - 1e-3);
    }
  }
});

it('weighs a rare class as much as a frequent one when balanced', () => {
  const points: [number, number][] = [
    [1, 0],
    ...Array.from({ length: 30 }, (): [number, number] => [0.9, 0.1]),
  ];
  const positive = Uint8Array.from(points, (_, i) => (i === 0 ? 1 : 0));
  const rows = Int32Array.from(points, (_, i) => i);
  const score = (balanced: boolean) => {
    const w = trainSvm(matrix(points), rows, positive, 2, { c: 1, balanced, seed: 1 });
    return (w[0] ?? 0) + (w[2] ?? 0);
  };
  expect(score(true)).toBeGreaterThan(score(false));
});
