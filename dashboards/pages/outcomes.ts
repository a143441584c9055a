import { sumBy } from '../../pipeline/outcome/cube.ts';
import { rate } from '../../pipeline/outcome/rate.ts';
import { changesOf } from '../change.ts';
import { counted, sumAll } from '../counted.ts';
import { departmentFigure } from '../department-figure.ts';
import { distribution, nameOf } from '../distribution.ts';
import { distributionFigure } from '../distribution-figure.ts';
import { finding } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import { rateWithDoubt, rateWords } from '../rate-words.ts';
import { ratesFigure } from '../rates-figure.ts';
import { scopeOf, trendInWords } from '../sentences.ts';
import type { Page, View } from '../view.ts';
import { OUTCOME_WORDS } from '../words.ts';
import { conversionFigure } from './outcomes/conversion-figure.ts';
import { obstacleFigures } from './outcomes/obstacle-figures.ts';
import { promiseFigure } from './outcomes/promise-figure.ts';

const METRICS = ['adopted_rate', 'solved_rate', 'implemented_rate'];

export const outcomesPage: Page = (view) => {
  const top = finding(
    sentenceOf(view),
    [...METRICS, 'conversion_rate']
      .map((id) => rate(view.cube, id, view))
      .map((r) => [r.metric.name, r.definition]),
  );
  if (view.cube.rows.length === 0) return [top];
  return [
    top,
    ratesFigure(
      {
        title: '采纳率、解决率与落实率',
        note: '采纳是答应办，解决是答复时已办成，落实是采纳的后来办成没有；落实率只有设了跟踪栏的台账能算',
      },
      METRICS,
      view,
    ),
    outcomesBy('period', '各年度办理结果', view),
    outcomesBy(...topicLevel(view), view),
    ...departmentFigures(view),
    conversionFigure(view),
    ...promiseFigure(view),
    ...obstacleFigures(view),
  ];
};

/** With a topic chosen, its second level. */
function topicLevel({ state, cube }: View): [by: string, title: string] {
  return state.filters.topic !== null && cube.dimensions.has('subtopic_name')
    ? ['subtopic_name', '各二级主题办理结果']
    : ['topic_name', '各主题办理结果'];
}

/** Departments side by side say nothing once one of them is chosen. */
function departmentFigures(view: View): Node[] {
  return view.state.filters.department === null
    ? [outcomesBy('department', '各承办单位办理结果', view), departmentFigure('solved_rate', view)]
    : [];
}

function sentenceOf(view: View): string {
  const [adopted, solved] = [rate(view.cube, 'adopted_rate', view), rate(view.cube, 'solved_rate', view)];
  if (solved.denominator === 0) return '没有可以统计的办理结果。';
  const trend = trendInWords(changesOf(view, 'solved_rate'));
  const converted = rate(view.cube, 'conversion_rate', view);
  const later =
    converted.rate === null
      ? ''
      : `；答复时还没办成、后来有跟踪的 ${converted.denominator} ${view.per}中，${converted.numerator} ${view.per}已转为解决（${rateWords(converted)}）`;
  const also = adopted.rate === null ? '' : `，采纳率 ${rateWords(adopted)}`;
  return `${scopeOf(view)}解决率 ${rateWithDoubt(solved)}${trend}${also}${later}。`;
}

function outcomesBy(by: string, title: string, view: View): HTMLElement {
  const own = counted(view, view.cube);
  const missing = sumAll(own, 'outcome_missing');
  const without = missing > 0 ? `没写结果或未答复的 ${missing} ${view.per}不在图中；` : '';
  const largest = [...sumBy(own, by, 'answers')].sort((a, b) => b[1] - a[1]).map(([value]) => nameOf(value));
  return distributionFigure(
    { title, note: `${without}口径没有列的代码原样单列，兼含几种结果的代码另列` },
    distribution(own, by, 'outcome', OUTCOME_WORDS),
    by === 'period' ? periodsOf(own) : largest,
    view,
  );
}
