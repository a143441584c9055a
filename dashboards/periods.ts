import { type Cube, sumBy } from '../pipeline/outcome/cube.ts';

/** Years and sessions of the rows, in their order: 2022, 2023, 第十届, 不详. */
export function periodsOf(cube: Cube): string[] {
  return [...sumBy(cube, 'period', 'entries').keys()]
    .map(String)
    .sort((a, b) => a.localeCompare(b, 'zh', { numeric: true }));
}
