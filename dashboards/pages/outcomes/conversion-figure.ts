import { sumBy } from '../../../pipeline/outcome/cube.ts';
import { rate, rates } from '../../../pipeline/outcome/rate.ts';
import { coloursOf } from '../../charts/colour-of.ts';
import { countsByPeriod } from '../../charts.ts';
import { counted } from '../../counted.ts';
import { figure } from '../../figure.ts';
import { countWords, rateWithDoubt, rateWords } from '../../rate-words.ts';
import type { View } from '../../view.ts';
import { bounds } from '../../words.ts';

const GROUPS = ['已转为解决采纳', '仍未解决', '不能判定', '没有跟踪记载'] as const;

/** What became of answers that said 正在解决 or 列入计划, by the year of the answer. */
export function conversionFigure(view: View): HTMLElement {
  const own = counted(view, view.cube);
  const by = own.dimensions.has('answer_year') ? 'answer_year' : 'period';
  const all = rate(view.cube, 'conversion_rate', view);
  const byYear = rates(view.cube, 'conversion_rate', by, view);
  const unclear = sumBy(own, by, 'convert_unclear');
  const untracked = sumBy(own, by, 'convert_unknown');
  const rows = [...byYear]
    .map(([year, r]) => {
      const counts = [
        r.numerator,
        r.denominator - r.numerator,
        unclear.get(year) ?? 0,
        untracked.get(year) ?? 0,
      ];
      return { year: String(year ?? '不详'), r, counts };
    })
    .filter(({ counts }) => counts.some((count) => count !== 0));
  const data = rows.flatMap(({ year, counts }) =>
    GROUPS.flatMap((group, i) => {
      const count = counts[i] ?? 0;
      return count > 0 ? [{ period: year, group, count }] : [];
    }),
  );
  const used = GROUPS.filter((group) => data.some((d) => d.group === group));
  return figure({
    title: 'B 类转 A 类：答复时正在解决或列入计划的，后来怎样',
    note: `按答复年度；转化率 ${rateWithDoubt(all)}，只看台账有跟踪的；近年的时间还短，转化率会继续上升`,
    chart:
      data.length === 0
        ? null
        : countsByPeriod(data, used, { width: view.width, unit: view.per, colours: coloursOf(used) }),
    columns: ['答复年度', ...GROUPS, '转化率', '95% 区间'],
    cells: rows.map(({ year, r, counts }) => [
      year,
      ...counts.map(countWords),
      rateWords(r),
      r.rate === null ? '—' : bounds(r),
    ]),
    definitions: [[all.metric.name, all.definition]],
  });
}
