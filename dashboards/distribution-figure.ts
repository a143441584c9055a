import { sharesByGroup } from './charts.ts';
import type { Distribution } from './distribution.ts';
import { type Figure, figure } from './figure.ts';
import { countWords } from './rate-words.ts';
import type { View } from './view.ts';

/** More rows make no chart that can be taken in at a glance. */
const MOST = 20;

/** Rows of shares, the counts in the bars; rows beyond MOST stand in the table only. */
export function distributionFigure(
  { title, note, definitions = [] }: Pick<Figure, 'title' | 'note' | 'definitions'>,
  { groups, counts }: Distribution,
  order: readonly string[],
  view: View,
): HTMLElement {
  const known = order.filter((row) => counts.has(row));
  const drawn = known.slice(0, MOST);
  const data = drawn.flatMap((row) =>
    [...(counts.get(row) ?? [])].flatMap(([group, count]) => (count > 0 ? [{ row, group, count }] : [])),
  );
  const more = known.length > MOST ? `；图中为件数最多的 ${MOST} 个，其余见数据表` : '';
  return figure({
    title,
    note: `${note}；条内为${view.per}数，括号内为合计${more}`,
    chart: data.length === 0 ? null : sharesByGroup(data, groups, drawn, view),
    columns: ['', ...groups, '合计'],
    cells: known.map((row) => {
      const own = groups.map((group) => counts.get(row)?.get(group) ?? 0);
      return [row, ...own.map(countWords), countWords(own.reduce((sum, n) => sum + n, 0))];
    }),
    definitions,
  });
}
