import type { Detail } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { chooseCandidate, save, setGroup } from './actions.ts';
import { changed } from './changes.ts';
import { openPicker } from './picker.ts';
import { type Choice, isMachines, state } from './state.ts';
import { key, meter, mount } from './view.ts';

/** Below this probability a candidate's reason is shown only when it is pointed at. */
const EXPLAINED = 0.05;

/** The right column: the candidates with probability and reason, what is chosen, and the button that keeps it. */
export function showDecision(column: HTMLElement): void {
  const { detail, choice } = state;
  if (!detail || !choice) {
    mount(column);
    return;
  }
  const { item } = detail;
  const warning = item.review && !item.decision;
  mount(
    column,
    warning ? h('p', { class: 'warning', role: 'note' }, '机器把握不足，请人工判断后再定。') : null,
    item.decision ? decided(detail) : null,
    leads(detail, choice),
    coHandlers(choice),
    topics(detail, choice),
    note(choice),
    h(
      'div',
      { class: 'buttons' },
      h(
        'button',
        { id: 'save', class: 'main', click: () => save() },
        isMachines(detail, choice) ? '采纳' : '按改正记下',
        key('Enter'),
      ),
      h('button', { id: 'correct', click: () => openPicker('lead') }, '查找改正', key('e')),
    ),
  );
}

function decided({ item: { decision } }: Detail): HTMLElement | null {
  if (!decision) return null;
  const what = [
    decision.topic_name,
    decision.lead,
    decision.co.length > 0 ? `会办 ${decision.co.join('、')}` : null,
  ];
  const how = decision.corrected ? '改正' : '采纳';
  return h(
    'p',
    { class: 'decision', role: 'note' },
    h('strong', {}, '已定 '),
    what.filter(Boolean).join(' · '),
    h('span', { class: 'by' }, `${decision.reviewer} ${decision.decided_at.slice(5, 16)} ${how}`),
  );
}

function leads({ item, tagged }: Detail, choice: Choice): HTMLElement {
  const candidates = tagged.departments.filter((d) => d.role === 'lead').slice(0, 5);
  const rows = candidates.map((d, i) =>
    candidate('lead', i, d.name, d.score, choice.lead === d.name, d.reason),
  );
  const other = choice.lead !== null && !candidates.some((d) => d.name === choice.lead);
  const empty = candidates.length === 0 && !other;
  return h(
    'section',
    { class: state.group === 'lead' ? 'group active' : 'group' },
    heading('lead', '主办单位'),
    h(
      'div',
      { role: 'radiogroup', 'aria-label': '主办单位' },
      ...rows,
      other
        ? chosen(choice.lead ?? '', choice.lead === item.handled_by ? '台账主办' : '人工选定', 'lead')
        : null,
      empty ? h('p', { class: 'hint' }, '没有候选，按 e 查找') : null,
    ),
  );
}

function topics({ tagged }: Detail, choice: Choice): HTMLElement {
  const candidates = tagged.topics.slice(0, 5);
  const rows = candidates.map((t, i) =>
    candidate('topic', i, t.name, t.score, choice.topic.id === t.id, i === 0 ? tagged.why.join('、') : ''),
  );
  const name = choice.subtopic ? `${choice.topic.name} / ${choice.subtopic.name}` : choice.topic.name;
  const other = choice.subtopic !== null || !candidates.some((t) => t.id === choice.topic.id);
  return h(
    'section',
    { class: state.group === 'topic' ? 'group active' : 'group' },
    heading('topic', '主题'),
    h(
      'div',
      { role: 'radiogroup', 'aria-label': '主题' },
      ...rows,
      other ? chosen(name, '人工选定', 'topic') : null,
    ),
  );
}

function heading(group: 'topic' | 'lead', name: string): HTMLElement {
  return h(
    'h3',
    {},
    name,
    h('button', { id: `pick-${group}`, class: 'link', click: () => openPicker(group) }, '查找'),
    state.group === group ? h('span', { class: 'hint' }, key('1'), '–', key('5')) : keysHere(group),
  );
}

function keysHere(group: 'topic' | 'lead'): HTMLElement {
  return h(
    'button',
    { id: `keys-${group}`, class: 'link hint', click: () => setGroup(group) },
    key('←'),
    key('→'),
  );
}

function candidate(
  group: 'topic' | 'lead',
  index: number,
  name: string,
  score: number,
  isChosen: boolean,
  reason: string,
): HTMLElement {
  return h(
    'button',
    {
      id: `${group}-${index}`,
      class: 'candidate',
      role: 'radio',
      'aria-checked': String(isChosen),
      title: reason,
      click: () => chooseCandidate(group, index),
    },
    h('span', { class: 'rank' }, index + 1),
    h('span', { class: 'name' }, name),
    meter(score, name),
    reason !== '' && (isChosen || score >= EXPLAINED) ? h('span', { class: 'reason' }, reason) : null,
  );
}

/** What is chosen and not among the machine's candidates. */
function chosen(name: string, whence: string, group: 'topic' | 'lead'): HTMLElement {
  const click = () => openPicker(group);
  return h(
    'button',
    { id: `chosen-${name}`, class: 'candidate', role: 'radio', 'aria-checked': 'true', click },
    h('span', { class: 'rank' }, '✎'),
    h('span', { class: 'name' }, name),
    h('span', { class: 'hint' }, whence),
  );
}

function coHandlers(choice: Choice): HTMLElement {
  const chips = choice.co.map((name) =>
    h(
      'button',
      {
        id: `co-${name}`,
        class: 'chip',
        'aria-label': `去掉会办单位 ${name}`,
        click: () => {
          choice.co = choice.co.filter((n) => n !== name);
          changed('decision');
        },
      },
      name,
      h('span', { 'aria-hidden': 'true' }, ' ×'),
    ),
  );
  const add = h('button', { id: 'pick-co', class: 'chip add', click: () => openPicker('co') }, '＋ 会办');
  return h(
    'section',
    { class: 'group' },
    h('h3', {}, '会办单位'),
    h('div', { class: 'chips' }, ...chips, add),
  );
}

function note(choice: Choice): HTMLElement {
  const input = document.createElement('input');
  input.id = 'note';
  input.type = 'text';
  input.maxLength = 2000;
  input.value = choice.note;
  input.placeholder = '备注（可不填）';
  input.setAttribute('aria-label', '备注');
  input.addEventListener('input', () => {
    choice.note = input.value;
  });
  return input;
}
