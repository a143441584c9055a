import { sumBy } from '../../pipeline/outcome/cube.ts';
import { rate } from '../../pipeline/outcome/rate.ts';
import { allReplyDays, quantileOf } from '../../pipeline/outcome/reply-days.ts';
import { counted } from '../counted.ts';
import { has } from '../data.ts';
import { h } from '../dom.ts';
import { facts } from '../facts.ts';
import { finding } from '../figure.ts';
import { rateWithDoubt } from '../rate-words.ts';
import { unreplied } from '../unreplied.ts';
import type { Page, View } from '../view.ts';
import { daysFigure } from './timeliness/days-figure.ts';
import { groupFigure } from './timeliness/group-figure.ts';
import { onTimeByYear } from './timeliness/on-time-by-year.ts';
import { openNow } from './timeliness/open-now.ts';
import { overdueList } from './timeliness/overdue-list.ts';

export const timelinessPage: Page = (view) => {
  const { metrics } = view.cube;
  const shown = metrics.filter((m) =>
    ['on_time_rate', 'on_time_complex_rate', 'days_median', 'days_p90', 'returned_rate'].includes(m.id),
  );
  const hasDays = view.cube.measures.has('days_to_reply');
  return [
    finding(
      sentence(view),
      shown.map((m) => [m.name, `${m.formula}。${m.note ? `${m.note}。` : ''}`]),
    ),
    h('p', { class: 'note' }, unknown(view)),
    onTimeByYear(view),
    ...openNow(view),
    ...(has('handlings') ? overdueList(view) : []),
    ...(hasDays ? [daysFigure(view)] : []),
    groupFigure(view),
  ];
};

function sentence(view: View): string {
  const own = counted(view, view.cube);
  if (own.rows.length === 0) return '没有符合筛选的件。';
  const onTime = rate(view.cube, 'on_time_rate', { per: view.per });
  const first = Number.isNaN(onTime.denominator)
    ? '能判断是否按时的件数未公布'
    : onTime.denominator === 0
      ? '台账没有答复期限，也没有能推算期限的交办日期，算不出按时办复率'
      : `有期限且已到期或已答复的 ${onTime.denominator} ${view.per}中，按时答复 ${Number.isNaN(onTime.numerator) ? '未公布' : onTime.numerator} ${view.per}，按时办复率 ${rateWithDoubt(onTime)}`;
  return [first, daysSentence(view), overdueSentence(view)].filter(Boolean).join('；').concat('。');
}

function daysSentence(view: View): string {
  if (!view.cube.measures.has('days_to_reply')) return '';
  const days = allReplyDays(counted(view, view.cube));
  const [median, p90] = [quantileOf(days, 0.5), quantileOf(days, 0.9)];
  if (median === null) return '没有交办日期和答复日期都有的，算不出用时';
  return days.length < 10
    ? `算得出用时的只有 ${days.length} ${view.per}，中位数 ${median} 天`
    : `答复用时中位数 ${median} 天，九成在 ${p90} 天以内`;
}

function overdueSentence(view: View): string {
  const open = unreplied(counted(view, view.cube));
  const asOf = facts().as_of;
  if (open === null || !asOf) return '';
  const overdue = [...sumBy(open, 'is_first', 'late').values()].reduce((a, b) => a + b, 0);
  return overdue === 0 ? `到 ${asOf} 没有逾期未答复的` : `到 ${asOf} 逾期仍未答复 ${overdue} ${view.per}`;
}

/** What could not be judged, said outright. */
function unknown(view: View): string {
  const own = counted(view, view.cube);
  const total = (measure: string) => [...sumBy(own, 'is_first', measure).values()].reduce((a, b) => a + b, 0);
  const parts = [
    ['no_due', '没有期限、不能判断是否按时'],
    ['not_due', '未到期未答复、不计入'],
    ['untimed', '已答复但缺日期或答复早于交办、算不出用时'],
  ] as const;
  const says = parts
    .map(([measure, why]) => [total(measure), why] as const)
    .filter(([count]) => count > 0)
    .map(([count, why]) => `${count} ${view.per}${why}`);
  const complex =
    '台账没有注明哪件属复杂事项，可以办六个月的也按一般期限算，真实的按时率在按时办复率与复杂期限内办复率之间。';
  return `${says.length === 0 ? '' : `${says.join('；')}。`}${complex}`;
}
