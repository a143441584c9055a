import { crossSum } from '../../pipeline/outcome/cube.ts';
import { rate } from '../../pipeline/outcome/rate.ts';
import { type Change, changesOf } from '../change.ts';
import { countsByPeriod } from '../charts.ts';
import { counted } from '../counted.ts';
import { h } from '../dom.ts';
import { facts } from '../facts.ts';
import { figure, finding } from '../figure.ts';
import { periodsOf } from '../periods.ts';
import { countWords, rateWithDoubt } from '../rate-words.ts';
import { changeInWords, inYear, scopeOf } from '../sentences.ts';
import type { Page, View } from '../view.ts';
import { attention } from './overview/attention.ts';
import { CARDS, cards } from './overview/cards.ts';

export const overviewPage: Page = (view) => {
  const counts = countsOf(view);
  const total = counts.reduce((sum, c) => sum + c.count, 0);
  const asOf = facts().as_of;
  const top = finding(
    sentenceOf(view, total),
    CARDS.map(({ id }) => rate(view.cube, id, view)).map((r) => [r.metric.name, r.definition]),
  );
  if (view.cube.rows.length === 0) return [top];
  return [
    top,
    cards(view, counts),
    h(
      'p',
      { class: 'note' },
      `比率下方是 95% 区间和分母（n）；变化的区间不含 0 才说上升或下降，各项分别判断，不足 10 件的不比。合计按件，一件多个单位答复的只计一次；会办单位不答复提案人，不计入任何比率。${asOf ? `未答复的算到 ${asOf}。` : ''}`,
    ),
    h('h3', {}, '需要关注'),
    attention(view),
    figure({
      title: '各年度件数',
      note: `共 ${countWords(total).toLocaleString()} ${view.per}，柱顶为合计`,
      chart: countsByPeriod(counts, [...new Set(counts.map((c) => c.group))], view),
      columns: ['年度', '类别', '件数'],
      cells: counts.map((c) => [c.period, c.group, countWords(c.count)]),
    }),
  ];
};

function countsOf(view: View) {
  const own = counted(view, view.cube);
  const byBody = crossSum(own, ['period', 'body'], 'entries');
  return periodsOf(own).flatMap((period) =>
    [...(byBody.get(period) ?? [])].map(([body, count]) => ({
      period,
      group: String(body ?? '未分类'),
      count,
    })),
  );
}

function sentenceOf(view: View, total: number): string {
  if (view.cube.rows.length === 0) return '没有符合条件的提案建议。';
  const solved = rate(view.cube, 'solved_rate', view);
  const head = `${scopeOf(view)}共 ${countWords(total).toLocaleString()} ${view.per}`;
  const outcome =
    solved.denominator === 0 ? '，台账没有可以统计的办理结果' : `，解决率 ${rateWithDoubt(solved)}`;
  return `${head}${outcome}${changes(view)}。`;
}

/** The two changes beyond chance that are furthest from it; the cards have them all. */
function changes(view: View): string {
  const known = CARDS.flatMap(({ id }) => changesOf(view, id));
  const [first] = known;
  if (!first) return '';
  const moved = known.filter((c) => c.verdict !== '看不出变化').sort((a, b) => weight(b) - weight(a));
  const says = moved.slice(0, 2).map((c) => `${c.rate.metric.name}${changeInWords(c)}`);
  const more = moved.length > 2 ? `，另有 ${moved.length - 2} 项有变化` : '';
  return `；${inYear(first.period)}${says.length > 0 ? says.join('，') + more : `各项比率与${inYear(first.before)}相比都看不出变化`}`;
}

/** A change in units of its interval. */
function weight({ value, low, high }: Change): number {
  return Math.abs(value) / (high - low);
}
