import { type Cube, measureOf, narrow } from '../pipeline/outcome/cube.ts';
import type { View } from './view.ts';

/** The rows that `per` counts: with 件 the first answer of a proposal only. */
export function counted({ per }: Pick<View, 'per'>, cube: Cube): Cube {
  return per === '件' ? narrow(cube, { is_first: true }) : cube;
}

/** A measure over all rows; NaN where one of them is withheld. */
export function sumAll(cube: Cube, measure: string): number {
  const counts = measureOf(cube, measure);
  let sum = 0;
  for (let i = 0; i < cube.rows.length; i++) sum += counts[cube.rows[i] ?? 0] ?? 0;
  return sum;
}
