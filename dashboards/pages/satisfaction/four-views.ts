import { counted } from '../../counted.ts';
import { distribution } from '../../distribution.ts';
import { distributionFigure } from '../../distribution-figure.ts';
import type { View } from '../../view.ts';
import { RATING_WORDS } from '../../words.ts';

const VIEWS: [name: string, column: string][] = [
  ['结果·首次', 'result_first'],
  ['结果·最终', 'result_final'],
  ['态度·首次', 'attitude_first'],
  ['态度·最终', 'attitude_final'],
];

/** Result against attitude, first round against final, as distributions side by side. */
export function fourViews(view: View): HTMLElement {
  const own = counted(view, view.cube);
  const each = VIEWS.map(([name, column]) => ({
    name,
    found: distribution(own, 'is_first', column, RATING_WORDS),
  }));
  const counts = new Map(
    each.flatMap(({ name, found }) => {
      const sums = new Map<string, number>();
      for (const row of found.counts.values())
        for (const [group, count] of row) sums.set(group, (sums.get(group) ?? 0) + count);
      return sums.size === 0 ? [] : [[name, sums] as const];
    }),
  );
  const order = Object.values(RATING_WORDS);
  const groups = [...new Set(each.flatMap(({ found }) => found.groups))];
  groups.sort((a, b) => rank(order, a) - rank(order, b));
  return distributionFigure(
    {
      title: '结果与态度，首次与最终',
      note: '同一批件的四种评价；首次与最终的差别来自不满意后的再次办理，各行合计不同是因为有的台账不分开评',
    },
    { groups, counts },
    VIEWS.map(([name]) => name),
    view,
  );
}

function rank(order: readonly string[], group: string): number {
  const at = order.indexOf(group);
  return at < 0 ? order.length : at;
}
