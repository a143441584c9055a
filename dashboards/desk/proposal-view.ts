import type { Detail, Mark } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { removeCurrent } from './actions.ts';
import { paint } from './paint.ts';
import { state } from './state.ts';
import { mount } from './view.ts';

const PARTS: [field: 'problem' | 'analysis' | 'suggestion', name: string][] = [
  ['problem', '问题'],
  ['analysis', '分析'],
  ['suggestion', '建议'],
];

/** The middle: title, three parts, and in them the words that decided the topic and speak for the chosen department. */
export function showProposal(column: HTMLElement): void {
  const { detail } = state;
  if (!detail) {
    mount(column, h('p', { class: 'empty' }, '左边选一件，或把文件拖到窗口里。'));
    return;
  }
  const { item, tagged } = detail;
  const about = [
    item.number ? `编号 ${item.number}` : null,
    item.proposer,
    item.received_on,
    item.from,
    item.handled_by ? `台账主办 ${item.handled_by}` : null,
  ];
  const remove = h('button', { id: 'remove', class: 'link', click: () => removeCurrent() }, '移出队列');
  const parts = PARTS.filter(([field]) => tagged.sections[field] !== null);
  const body =
    parts.length > 0
      ? parts.map(([field, name]) => part(name, field, tagged.sections[field] ?? '', detail))
      : [part('正文', 'text', tagged.text ?? '（没有正文，只按标题判断）', detail)];
  mount(
    column,
    h('h2', { id: 'title' }, ...paint(tagged.title, stretches(detail, 'title'))),
    h('p', { class: 'about' }, about.filter(Boolean).join(' · '), item.source === 'new' ? remove : null),
    ...body,
    legend(detail),
  );
}

function part(name: string, field: Mark['field'], content: string, detail: Detail): HTMLElement {
  const lines = paint(content, stretches(detail, field));
  return h('section', {}, h('h3', {}, name), h('div', { class: 'text' }, ...lines));
}

function stretches({ tagged }: Detail, field: Mark['field']) {
  const lead = state.choice?.lead;
  return tagged.marks
    .filter((m) => m.field === field && (m.kind === 'topic' || m.department === lead))
    .map(({ start, end, kind }) => ({ start, end, look: kind }));
}

function legend({ tagged }: Detail): HTMLElement | null {
  if (tagged.marks.length === 0) return null;
  const lead = state.choice?.lead;
  const duty = tagged.marks.some((m) => m.kind === 'duty' && m.department === lead);
  return h(
    'p',
    { class: 'legend' },
    h('mark', { class: 'topic' }, '主题判定词'),
    duty ? h('mark', { class: 'duty' }, `${lead}的职责依据`) : null,
  );
}
