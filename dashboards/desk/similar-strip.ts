import type { SimilarCase } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { nameOf, outcomeOf, RELATION_WORDS } from './case-facts.ts';
import { openCompare } from './compare.ts';
import { paint, passages } from './paint.ts';
import { state } from './state.ts';
import { key, mount, percent } from './view.ts';

/** Below: the earlier cases side by side, each with department, outcome, the passage in common and the answer. */
export function showSimilar(strip: HTMLElement): void {
  const { detail } = state;
  const similar = detail?.similar ?? [];
  strip.hidden = detail === null;
  strip.classList.toggle('none', similar.length === 0);
  const none = [h('h3', {}, '相似案件'), h('span', { class: 'hint' }, '没有找到')];
  const some = [
    h('h3', {}, `相似案件（${similar.length}）`, h('span', { class: 'hint' }, key('s'), ' 并排看')),
    h('div', { class: 'cases' }, ...similar.map(card)),
  ];
  mount(strip, ...(similar.length === 0 ? none : some));
}

function card(found: SimilarCase, index: number): HTMLElement {
  const answer = found.handlings.find((x) => x.role !== 'co');
  return h(
    'button',
    { id: `case-${index}`, class: 'case', click: () => openCompare(index) },
    h(
      'span',
      { class: 'head' },
      h(
        'span',
        { class: `relation ${found.relation}` },
        `${RELATION_WORDS[found.relation]} ${percent(found.score)}`,
      ),
      h('span', { class: 'id' }, nameOf(found)),
    ),
    h('span', { class: 'title' }, found.title),
    h('span', { class: 'meta' }, statusOf(found)),
    h('span', { class: 'excerpt' }, ...excerpt(found)),
    answer?.reply_text ? h('span', { class: 'excerpt reply' }, `答复：${answer.reply_text}`) : null,
  );
}

function statusOf(found: SimilarCase): string {
  if (found.this_week) return found.departments ? `已定 ${found.departments}` : '尚未分办，可考虑并案';
  return `${found.departments ?? '未写主办'} · ${outcomeOf(found)}`;
}

/** The text round the first passage in common. */
function excerpt({ text, passages: { there } }: SimilarCase): Node[] {
  if (text === null) return [document.createTextNode('台账没有正文')];
  const from = Math.max(0, (there[0]?.[0] ?? 0) - 12);
  const shown = text.slice(from, from + 160);
  const ranges = there.map(([a, b]): [number, number] => [Math.max(0, a - from), Math.max(0, b - from)]);
  const pieces = paint(shown, passages(ranges.filter(([, b]) => b > 0)));
  return from > 0 ? [document.createTextNode('…'), ...pieces] : pieces;
}
