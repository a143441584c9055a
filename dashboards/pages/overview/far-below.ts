import { compareDepartments } from '../../../pipeline/outcome/compare-departments.ts';
import type { Cube } from '../../../pipeline/outcome/cube.ts';
import { rates } from '../../../pipeline/outcome/rate.ts';

/**
 * Departments below the 99.8 % limit of the funnel, the largest first. The limit asks nothing about topics, so each
 * department is one cell: twenty times fewer sums than the funnel plot needs.
 */
export function farBelow(cube: Cube, metric: string): string[] {
  const cells = [...rates(cube, metric, 'department', { per: '件次' })].flatMap(([department, own]) =>
    department === null || own.rate === null
      ? []
      : [
          {
            department: String(department),
            topic: '',
            numerator: own.numerator,
            denominator: own.denominator,
          },
        ],
  );
  return compareDepartments(cells)
    .standings.filter((standing) => standing.verdict === 'far_below')
    .sort((a, b) => b.denominator - a.denominator)
    .map((standing) => standing.department);
}
