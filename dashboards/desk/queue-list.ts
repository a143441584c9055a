import type { QueueItem } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { openItem, showSource } from './actions.ts';
import { state } from './state.ts';
import { meter, mount } from './view.ts';

/** The left column: what waits, the least certain first, and what of this week is decided. */
export function showQueue(column: HTMLElement): void {
  const { queue, source } = state;
  const items = queue?.items ?? [];
  const list = h(
    'ul',
    {
      id: 'queue',
      role: 'listbox',
      tabindex: '0',
      'aria-label': '待办队列，把握最小的在前',
      ...(state.current ? { 'aria-activedescendant': `item-${state.current}` } : {}),
    },
    ...items.map(row),
  );
  const { scrollTop } = document.getElementById('queue') ?? { scrollTop: 0 };
  mount(column, sources(), items.length === 0 ? nothing(source) : list);
  list.scrollTop = scrollTop;
  list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}

function sources(): HTMLElement {
  const counts = state.queue?.waiting ?? { new: 0, run: 0 };
  const button = (source: 'new' | 'run', name: string) =>
    h(
      'button',
      {
        id: `source-${source}`,
        'aria-pressed': String(state.source === source),
        click: () => showSource(source),
      },
      name,
      h('span', { class: 'count' }, counts[source]),
    );
  return h(
    'div',
    { class: 'segments', role: 'group', 'aria-label': '队列' },
    button('new', '本周来件'),
    button('run', '台账待复核'),
  );
}

function row(item: QueueItem): HTMLElement {
  const { id, title, topic, lead, certainty, review, decision } = item;
  const outcome = decision
    ? h('span', { class: 'done' }, `✓ ${decision.lead ?? decision.topic_name}`)
    : h('span', {}, lead?.name ?? topic.name);
  return h(
    'li',
    {
      id: `item-${id}`,
      role: 'option',
      class: decision ? 'decided' : '',
      'aria-selected': String(state.current === id),
      click: () => openItem(id),
    },
    h('span', { class: 'title' }, title),
    h(
      'span',
      { class: 'meta' },
      outcome,
      review && !decision ? h('span', { class: 'badge' }, '须判断') : null,
      decision ? null : meter(certainty, '把握'),
    ),
  );
}

function nothing(source: 'new' | 'run'): HTMLElement {
  const says =
    source === 'new'
      ? '把 Word、PDF、Excel 文件拖到窗口里，或点“粘贴”。'
      : '没有需要复核的历年案件（或还没有运行结果）。';
  return h('p', { class: 'empty' }, says);
}
