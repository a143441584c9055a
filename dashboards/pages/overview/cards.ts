import { rate } from '../../../pipeline/outcome/rate.ts';
import { changesOf, lastPeriods, notDue } from '../../change.ts';
import { h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import { countWords, rateWords } from '../../rate-words.ts';
import { changeInWords, inYear, scopeOf } from '../../sentences.ts';
import type { View } from '../../view.ts';
import { bounds } from '../../words.ts';

/** The headline rates in the order of the cards, with the page that says more. */
export const CARDS: readonly { id: string; tab: string }[] = [
  { id: 'reply_rate', tab: 'timeliness' },
  { id: 'on_time_rate', tab: 'timeliness' },
  { id: 'met_rate', tab: 'timeliness' },
  { id: 'solved_rate', tab: 'outcomes' },
  { id: 'satisfied_rate', tab: 'satisfaction' },
];

/** The number of proposals and each headline rate, with what changed since the year before. */
export function cards(view: View, counts: readonly { period: string; count: number }[]): HTMLElement {
  const total = counts.reduce((sum, c) => sum + c.count, 0);
  const [before, last] = lastPeriods(view);
  const of = (period: string) => counts.reduce((sum, c) => sum + (c.period === period ? c.count : 0), 0);
  const first = card(`${view.per}数`, countWords(total).toLocaleString(), scopeOf(view), [
    last === undefined || counts.every((c) => c.period === last)
      ? null
      : `${inYear(last)} ${countWords(of(last))} ${view.per}`,
    before === undefined || last === undefined ? null : growth(before, of(before), of(last), view.per),
  ]);
  return h('div', { class: 'cards' }, first, ...CARDS.map(({ id, tab }) => rateCard(view, id, tab)));
}

function growth(before: string, old: number, now: number, per: string): string | null {
  if (old === 0 || Number.isNaN(old - now)) return null;
  const says = now === old ? '持平' : now > old ? `增加 ${now - old} ${per}` : `减少 ${old - now} ${per}`;
  return `比${inYear(before)}${says}`;
}

function rateCard(view: View, id: string, tab: string): HTMLElement {
  const own = rate(view.cube, id, view);
  const broad = id === 'satisfied_rate' ? rate(view.cube, 'satisfied_broad_rate', view) : null;
  const name = link(own.metric.name, { tab });
  return card(
    name,
    rateWords(own),
    own.rate === null ? '没有可以统计的数据' : `${bounds(own)}，n=${own.denominator}`,
    [
      broad && broad.rate !== null ? `含基本满意 ${rateWords(broad)}` : null,
      own.metric.formula,
      ...changeLines(view, id),
    ],
  );
}

/** ▲ 2024年比2023年上升 …: shape and word say it, so that colour is not needed. */
function changeLines(view: View, id: string): HTMLElement[] {
  const changes = changesOf(view, id);
  const marks = { 上升: '▲', 下降: '▼', 看不出变化: '＝' };
  const lines = changes.map((c) => `${marks[c.verdict]} ${inYear(c.period)}${changeInWords(c)}`);
  const [, last] = lastPeriods(view);
  const open = last === undefined || id !== 'reply_rate' ? 0 : notDue(view.history, last);
  if (open > 0) lines.push(`${inYear(last ?? '')}还有 ${open} 件次未到期，不与上年比`);
  return lines.map((line) => h('p', { class: 'change' }, line));
}

function card(
  name: string | Node,
  value: string,
  interval: string,
  details: readonly (string | Node | null)[],
): HTMLElement {
  const lines = details.map((line) => (typeof line === 'string' ? h('p', { class: 'detail' }, line) : line));
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, name),
    h('p', { class: 'value' }, value),
    h('p', { class: 'interval' }, interval),
    ...lines,
  );
}
