import { rate } from '../../pipeline/outcome/rate.ts';
import { changesOf } from '../change.ts';
import { counted, sumAll } from '../counted.ts';
import { departmentFigure } from '../department-figure.ts';
import { distribution } from '../distribution.ts';
import { distributionFigure } from '../distribution-figure.ts';
import { finding } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import { rateWithDoubt, rateWords } from '../rate-words.ts';
import { ratesFigure } from '../rates-figure.ts';
import { scopeOf, trendInWords } from '../sentences.ts';
import type { Page, View } from '../view.ts';
import { RATING_WORDS } from '../words.ts';
import { againstSolved } from './satisfaction/against-solved.ts';
import { byOutcome } from './satisfaction/by-outcome.ts';
import { cautions } from './satisfaction/cautions.ts';
import { fourViews } from './satisfaction/four-views.ts';
import { rehandlingFigure } from './satisfaction/rehandling-figure.ts';

const HEADLINE = ['satisfied_rate', 'satisfied_broad_rate', 'solved_rate'];

export const satisfactionPage: Page = (view) => {
  const own = counted(view, view.cube);
  const missing = sumAll(own, 'result_final_missing');
  const top = finding(
    sentenceOf(view),
    HEADLINE.map((id) => rate(view.cube, id, view)).map((r) => [r.metric.name, r.definition]),
  );
  if (view.cube.rows.length === 0) return [top];
  return [
    top,
    ...cautions(view),
    ratesFigure(
      {
        title: '满意率与解决率',
        note: '两种满意率口径并列；满意率说明态度，解决率说明事情办成没有，两者应一起看',
      },
      HEADLINE,
      view,
    ),
    distributionFigure(
      {
        title: '各年度最终评价',
        note: `对办理结果的最后一次评价${missing > 0 ? `，没有评价的 ${missing} ${view.per}不在图中` : ''}；口径没有列的用语原样单列`,
      },
      distribution(own, 'period', 'result_final', RATING_WORDS),
      periodsOf(own),
      view,
    ),
    fourViews(view),
    ratesFigure(
      {
        title: '态度、首次与最终',
        note: '态度满意率普遍高于结果；首次满意率是再次办理之前的，更能说明第一次办得怎样',
      },
      ['attitude_rate', 'first_satisfied_rate', 'satisfied_rate'],
      view,
    ),
    byOutcome(view),
    rehandlingFigure(view),
    // Departments side by side say nothing once one of them is chosen.
    ...(view.state.filters.department === null
      ? [againstSolved(view), departmentFigure('satisfied_rate', view)]
      : []),
  ];
};

function sentenceOf(view: View): string {
  const [satisfied, broad, solved] = HEADLINE.map((id) => rate(view.cube, id, view));
  if (!satisfied || !broad || !solved || satisfied.denominator === 0) return '没有可以统计的评价。';
  const trend = trendInWords(changesOf(view, 'satisfied_rate'));
  const done =
    solved.denominator === 0
      ? '，没有可以对照的办理结果'
      : `；同期解决率 ${rateWords(solved)}（n=${solved.denominator}）`;
  return `${scopeOf(view)}满意率 ${rateWithDoubt(satisfied)}${trend}，含基本满意 ${rateWords(broad)}${done}。`;
}
