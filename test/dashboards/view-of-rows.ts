import { ALL } from '../../dashboards/state.ts';
import type { View } from '../../dashboards/view.ts';
import { type CubeRow, cubeOf } from '../../pipeline/outcome/cube.ts';
import type { Metric } from '../../pipeline/outcome/metrics-of.ts';

/** A view of a few rows without filters, as a page gets it. */
export function viewOfRows(rows: readonly CubeRow[], metrics: readonly Metric[] = []): View {
  const cube = cubeOf(
    rows.map((row) => ({ is_first: true, entries: 1, ...row })),
    metrics,
  );
  const state = { tab: '', case: null, unit: null, filters: ALL };
  return { state, width: 800, medium: 'screen', cube, history: cube, per: '件', covers: () => true };
}
