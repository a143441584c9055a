import { crossSum, narrow, sumBy } from '../../pipeline/outcome/cube.ts';
import { rate } from '../../pipeline/outcome/rate.ts';
import { sharesByGroup } from '../charts.ts';
import { departmentFigure } from '../department-figure.ts';
import { figure, finding } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import type { Page, View } from '../view.ts';
import { interval, OUTCOME_WORDS, percent } from '../words.ts';

export const outcomesPage: Page = (view) => {
  const { metric, numerator, denominator, low, high, definition } = rate(view.cube, 'solved_rate', {
    per: view.per,
  });
  const sentence =
    denominator === 0
      ? '台账没有可以统计的办理结果。'
      : `${denominator} ${view.per}中解决采纳 ${numerator} ${view.per}，占 ${percent(numerator, denominator)}（${interval({ low, high, denominator })}）。`;
  const topics = [...sumBy(view.cube, 'topic_name', 'entries')]
    .sort((a, b) => b[1] - a[1])
    .map(([topic]) => String(topic));
  return [
    finding(sentence, [[metric.name, definition]]),
    outcomesBy('period', '各年度办理结果', periodsOf(view.cube), view),
    outcomesBy('topic_name', '各主题办理结果', topics, view),
    departmentFigure('solved_rate', view),
  ];
};

/** Outcomes as shares of each row's answers; a code that the profile does not map stays as the ledger writes it. */
function outcomesBy(by: string, title: string, order: readonly string[], view: View): HTMLElement {
  const own = narrow(view.cube, view.per === '件' ? { is_first: true } : {});
  const known = crossSum(own, [by, 'outcome'], 'answers');
  const groups = Object.entries(OUTCOME_WORDS);
  const counts = order.flatMap((row) =>
    groups.map(([code, group]) => ({ row, group, count: known.get(row)?.get(code) ?? 0 })),
  );
  const used = groups
    .map(([, group]) => group)
    .filter((g) => counts.some((c) => c.group === g && c.count > 0));
  return figure({
    title,
    note: '条内数字为件数，括号内为合计',
    chart: sharesByGroup(
      counts.filter((c) => c.count > 0),
      used,
      [...order],
      view,
    ),
    columns: ['', ...used],
    cells: order.map((row) => [
      row,
      ...used.map((g) => counts.find((c) => c.row === row && c.group === g)?.count ?? 0),
    ]),
  });
}
