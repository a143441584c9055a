import { type Cube, dimension, measureOf } from '../../../pipeline/outcome/cube.ts';
import { has } from '../../data.ts';

/**
 * Answers (件次) that are due and not there, by department, most first. Read row by row, so only where the page carries
 * single cases and not sums.
 */
export function overdueNow(cube: Cube): { total: number; departments: [string, number][] } {
  if (!has('handlings')) return { total: 0, departments: [] };
  const { codes, values } = dimension(cube, 'department');
  const [late, unreplied] = [measureOf(cube, 'late'), measureOf(cube, 'unreplied')];
  const counts = new Float64Array(values.length);
  let total = 0;
  for (let i = 0; i < cube.rows.length; i++) {
    const row = cube.rows[i] ?? 0;
    if (late[row] !== 1 || unreplied[row] !== 1) continue;
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    total++;
  }
  const departments = values
    .map((value, code): [string, number] => [String(value ?? '单位不详'), counts[code] ?? 0])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { total, departments };
}
