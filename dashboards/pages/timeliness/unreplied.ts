import { type Cube, measureOf } from '../../../pipeline/outcome/cube.ts';

/** The answers that are owed and not given; null where the page does not tell (a number is withheld). */
export function unreplied(cube: Cube): Cube | null {
  const owed = measureOf(cube, 'unreplied');
  const rows = Array.from(cube.rows);
  if (rows.some((row) => Number.isNaN(owed[row]))) return null;
  return { ...cube, rows: Uint32Array.from(rows.filter((row) => owed[row] === 1)) };
}
