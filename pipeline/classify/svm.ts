import type { Matrix } from './vectorize.ts';

export interface SvmOptions {
  /** Cost of an error; larger fits closer. */
  c: number;
  /** Errors on rare classes cost as much as on frequent ones. */
  balanced: boolean;
  seed: number;
}

/** Passes over the data at the most, and the gradient at which to stop (LIBLINEAR's defaults are 1000 and 0.1). */
const MAX_PASSES = 200;
const TOLERANCE = 0.1;

/**
 * L2-regularised squared-hinge support vector machine for one class against the rest, by dual coordinate descent with
 * shrinking (Hsieh et al. 2008, algorithm 3; as LIBLINEAR's -s 1). `rows` are the rows of x to learn from, `positive`
 * says which of them belong. Returns the weights by id and, last, the bias. The same seed gives the same weights.
 */
export function trainSvm(
  x: Matrix,
  rows: Int32Array,
  positive: Uint8Array,
  features: number,
  { c, balanced, seed }: SvmOptions,
): Float64Array {
  const { start, ids, values } = x;
  const l = rows.length;
  const w = new Float64Array(features + 1);
  const alpha = new Float64Array(l);
  const order = Int32Array.from(rows, (_, i) => i);
  let count = 0;
  for (let i = 0; i < l; i++) count += positive[i] ?? 0;
  const costOf = balanced
    ? [(c * l) / (2 * Math.max(1, l - count)), (c * l) / (2 * Math.max(1, count))]
    : [c, c];
  const diagonal = costOf.map((cost) => 0.5 / cost);
  const q = new Float64Array(l);
  for (let i = 0; i < l; i++) {
    const row = rows[i] ?? 0;
    let square = 1;
    for (let p = start[row] ?? 0; p < (start[row + 1] ?? 0); p++) square += (values[p] ?? 0) ** 2;
    q[i] = square + (diagonal[positive[i] ?? 0] ?? 0);
  }
  let state = seed >>> 0 || 1;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  let active = l;
  let maxOld = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let maxNew = Number.NEGATIVE_INFINITY;
    let minNew = Number.POSITIVE_INFINITY;
    for (let i = 0; i < active; i++) {
      const j = i + (random() % (active - i));
      const held = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = held;
    }
    for (let s = 0; s < active; s++) {
      const i = order[s] ?? 0;
      const row = rows[i] ?? 0;
      const y = positive[i] === 1 ? 1 : -1;
      const from = start[row] ?? 0;
      const to = start[row + 1] ?? 0;
      let dot = w[features] ?? 0;
      for (let p = from; p < to; p++) dot += (w[ids[p] ?? 0] ?? 0) * (values[p] ?? 0);
      const a = alpha[i] ?? 0;
      const gradient = y * dot - 1 + a * (diagonal[positive[i] ?? 0] ?? 0);
      if (a === 0 && gradient > maxOld) {
        active--;
        order[s] = order[active] ?? 0;
        order[active] = i;
        s--;
        continue;
      }
      const projected = a === 0 ? Math.min(gradient, 0) : gradient;
      maxNew = Math.max(maxNew, projected);
      minNew = Math.min(minNew, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(a - gradient / (q[i] ?? 1), 0);
      alpha[i] = next;
      const step = (next - a) * y;
      for (let p = from; p < to; p++) {
        const id = ids[p] ?? 0;
        w[id] = (w[id] ?? 0) + step * (values[p] ?? 0);
      }
      w[features] = (w[features] ?? 0) + step;
    }
    if (maxNew - minNew <= TOLERANCE) {
      if (active === l) break;
      active = l;
      maxOld = Number.POSITIVE_INFINITY;
      continue;
    }
    maxOld = maxNew <= 0 ? Number.POSITIVE_INFINITY : maxNew;
  }
  return w;
}
