import { type Cube, narrow } from '../pipeline/outcome/cube.ts';
import type { View } from './view.ts';

/** The rows that `per` counts: with 件 the first answer of a proposal only. */
export function counted({ per }: Pick<View, 'per'>, cube: Cube): Cube {
  return per === '件' ? narrow(cube, { is_first: true }) : cube;
}
