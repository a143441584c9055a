/** A row of features with its class (0 or 1) and weight. */
export interface Observation {
  x: Float64Array;
  y: number;
  weight: number;
}

const STEPS = 3000;

/**
 * Logistic regression with an L2 penalty on standardised features, by accelerated gradient descent from zero: no
 * randomness, the same rows give the same weights. Returns weights for the features as they are.
 */
export function fitLogistic(
  rows: readonly Observation[],
  penalty: number,
  signs: readonly number[],
): { bias: number; weights: number[] } {
  const width = rows[0]?.x.length ?? 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = column(width, (j) => sumOf(rows, (r) => r.weight * (r.x[j] ?? 0)) / total);
  const spread = column(
    width,
    (j) => Math.sqrt(sumOf(rows, (r) => r.weight * ((r.x[j] ?? 0) - (mean[j] ?? 0)) ** 2) / total) || 1,
  );
  const z = rows.map(({ x }) => x.map((v, j) => (v - (mean[j] ?? 0)) / (spread[j] ?? 1)));
  const weights = new Float64Array(width + 1);
  const momentum = new Float64Array(width + 1);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(width + 1);
    for (const [i, { y, weight }] of rows.entries()) {
      const own = z[i] ?? new Float64Array(width);
      let sum = weights[width] ?? 0;
      for (let j = 0; j < width; j++) sum += (weights[j] ?? 0) * (own[j] ?? 0);
      const error = ((1 / (1 + Math.exp(-sum)) - y) * weight) / total;
      for (let j = 0; j < width; j++) slope[j] = (slope[j] ?? 0) + error * (own[j] ?? 0);
      slope[width] = (slope[width] ?? 0) + error;
    }
    for (let j = 0; j <= width; j++) {
      const pull = j < width ? penalty * (weights[j] ?? 0) : 0;
      momentum[j] = 0.9 * (momentum[j] ?? 0) - 0.5 * ((slope[j] ?? 0) + pull);
      const moved = (weights[j] ?? 0) + (momentum[j] ?? 0);
      const sign = j < width ? (signs[j] ?? 0) : 0;
      // A weight against its sign is held at zero, and the momentum that led there is lost.
      weights[j] = moved * sign < 0 ? 0 : moved;
      if (moved * sign < 0) momentum[j] = 0;
    }
  }
  const raw = column(width, (j) => (weights[j] ?? 0) / (spread[j] ?? 1));
  return { bias: (weights[width] ?? 0) - raw.reduce((sum, w, j) => sum + w * (mean[j] ?? 0), 0), weights: raw };
}

function column(width: number, value: (j: number) => number): number[] {
  return Array.from({ length: width }, (_, j) => value(j));
}

function sumOf(rows: readonly Observation[], value: (row: Observation) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}
