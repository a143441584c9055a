import { type Cube, sumBy } from '../../../pipeline/outcome/cube.ts';
import { unreplied } from '../../unreplied.ts';

/** Answers (件次) that are due and not there, by department, most first. */
export function overdueNow(cube: Cube): { total: number; departments: [string, number][] } {
  const open = unreplied(cube);
  const late = open === null ? [] : [...sumBy(open, 'department', 'late')];
  const departments = late
    .map(([value, count]): [string, number] => [String(value ?? '单位不详'), count])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { total: departments.reduce((sum, [, count]) => sum + count, 0), departments };
}
