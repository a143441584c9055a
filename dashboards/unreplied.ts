import { type Cube, measureOf } from '../pipeline/outcome/cube.ts';

/** The answers that are owed and not given; null where the page does not tell (a number is withheld). */
export function unreplied(cube: Cube): Cube | null {
  const owed = measureOf(cube, 'unreplied');
  const kept = new Uint32Array(cube.rows.length);
  let count = 0;
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    if (Number.isNaN(owed[row])) return null;
    if (owed[row] === 1) kept[count++] = row;
  }
  return { ...cube, rows: kept.subarray(0, count) };
}
