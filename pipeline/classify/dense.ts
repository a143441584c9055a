import { trainSvm } from './svm.ts';

/** A linear model on sentence vectors. */
export interface DenseModel {
  dimensions: number;
  /** Row by label: weights[label * dimensions + d]. */
  weights: Float32Array;
  bias: Float32Array;
}

const OPTIONS = { c: 1, balanced: true, seed: 20_240_602 };

/** Learns each of `names` against the rest from unit vectors; `labels[i]` belong to vector i. */
export function fitDense(
  vectors: readonly Float32Array[],
  labels: readonly (readonly string[])[],
  names: readonly string[],
): DenseModel {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = Int32Array.from(vectors, (_, i) => i);
  const x = {
    start: Int32Array.from({ length: vectors.length + 1 }, (_, i) => i * dimensions),
    ids: Int32Array.from({ length: vectors.length * dimensions }, (_, i) => i % dimensions),
    values: new Float32Array(vectors.length * dimensions),
  };
  for (const [i, vector] of vectors.entries()) x.values.set(vector, i * dimensions);
  const weights = new Float32Array(names.length * dimensions);
  const bias = new Float32Array(names.length);
  for (const [k, name] of names.entries()) {
    const positive = Uint8Array.from(labels, (own) => (own.includes(name) ? 1 : 0));
    const w = trainSvm(x, rows, positive, dimensions, OPTIONS);
    weights.set(w.subarray(0, dimensions), k * dimensions);
    bias[k] = w[dimensions] ?? 0;
  }
  return { dimensions, weights, bias };
}

/** The score of every label. */
export function decideDense({ dimensions, weights, bias }: DenseModel, vector: Float32Array): Float64Array {
  return Float64Array.from(bias, (b, k) => {
    let sum = b;
    for (let d = 0; d < dimensions; d++) sum += (weights[k * dimensions + d] ?? 0) * (vector[d] ?? 0);
    return sum;
  });
}
