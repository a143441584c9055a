import { sumBy } from '../../../pipeline/outcome/cube.ts';
import { rate } from '../../../pipeline/outcome/rate.ts';
import { remainingSteps } from '../../charts/remaining-steps.ts';
import { counted } from '../../counted.ts';
import { figure } from '../../figure.ts';
import { periodsOf } from '../../periods.ts';
import { countWords, rateWithDoubt } from '../../rate-words.ts';
import type { View } from '../../view.ts';

const STEPS: [name: string, measure: string][] = [
  ['首次评价不满意', 'refused'],
  ['台账设有再次评价栏', 'rehandle_known'],
  ['再次办理', 'rehandled'],
  ['再次评价满意或基本满意', 'recovered'],
];

/** What became of those who were not satisfied: each step is part of the one before. */
export function rehandlingFigure(view: View): HTMLElement {
  const own = counted(view, view.cube);
  const byPeriod = STEPS.map(([, measure]) => sumBy(own, 'period', measure));
  const totals = byPeriod.map((sums) => [...sums.values()].reduce((sum, n) => sum + n, 0));
  const [again, recovered] = ['rehandled_rate', 'recovered_rate'].map((id) => rate(view.cube, id, view));
  const steps = STEPS.map(([name], i) => ({ name, count: totals[i] ?? 0 }));
  const isKnown = (totals[0] ?? 0) > 0 && again !== undefined && recovered !== undefined;
  return figure({
    title: '不满意之后',
    note: isKnown
      ? `再次办理率 ${rateWithDoubt(again)}；再次办理后满意或基本满意 ${rateWithDoubt(recovered)}；台账没有再次评价栏的不计入比率`
      : '没有首次评价不满意的',
    chart: isKnown ? remainingSteps(steps, view) : null,
    columns: ['年度', ...STEPS.map(([name]) => name)],
    cells: periodsOf(own).map((period) => [
      period,
      ...byPeriod.map((sums) => countWords(sums.get(period) ?? 0)),
    ]),
    definitions: [again, recovered].flatMap((r): [string, string][] =>
      r ? [[r.metric.name, r.definition]] : [],
    ),
  });
}
