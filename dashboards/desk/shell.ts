import type { Health } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { go, receive } from './actions.ts';
import { showAgreement } from './agreement-page.ts';
import { openHelp } from './help.ts';
import { openPaste } from './paste.ts';
import { showSearch } from './search-page.ts';
import { state, type Tab } from './state.ts';
import { byId, key, mount } from './view.ts';

const TABS: [id: Tab, name: string][] = [
  ['queue', '分办'],
  ['search', '检索'],
  ['agreement', '与机器一致率'],
];

let health: Health | null = null;

/** Builds the page's frame once the service has said who it is. */
export function openShell(found: Health): void {
  health = found;
  document.title = `${found.name}分办台`;
  byId('app').replaceChildren(
    h('div', { id: 'alerts', role: 'alert' }),
    h('div', { id: 'toasts', role: 'status' }),
    found.notice ? h('p', { class: 'notice', role: 'note' }, found.notice) : '',
    h('header', { id: 'top' }),
    h('main', { id: 'main', tabindex: '-1' }),
  );
}

/** The bar above, and on a change of tab the page below it. */
export function showShell(isNewTab: boolean): void {
  mount(
    byId('top'),
    h('h1', {}, `${health?.name ?? ''}分办台`),
    h('nav', { role: 'tablist', 'aria-label': '页面' }, ...TABS.map(tab)),
    health?.run ? h('a', { class: 'link', href: '/dashboard', target: '_blank' }, '看板 ↗') : null,
    h('span', { class: 'space' }),
    h('a', { id: 'export', class: 'button', href: '/api/export.xlsx', download: '' }, '导出本周分办单'),
    reviewer(),
    h('button', { id: 'help', 'aria-label': '快捷键', click: () => openHelp() }, '?'),
  );
  if (isNewTab) showPage();
}

function tab([id, name]: [Tab, string]): HTMLElement {
  const click = () => go(id);
  return h(
    'button',
    {
      id: `tab-${id}`,
      role: 'tab',
      'aria-controls': 'main',
      'aria-selected': String(state.tab === id),
      click,
    },
    name,
  );
}

/** Who decides: kept in this browser. */
function reviewer(): HTMLElement {
  const input = document.createElement('input');
  input.id = 'reviewer';
  input.maxLength = 50;
  input.value = localStorage.getItem('jianyan-reviewer') ?? '';
  input.placeholder = health?.reviewer ?? '';
  input.addEventListener('input', () => localStorage.setItem('jianyan-reviewer', input.value.trim()));
  return h('label', { class: 'reviewer' }, '经办人 ', input);
}

function showPage(): void {
  const main = byId('main');
  main.className = state.tab;
  if (state.tab === 'search') showSearch(main, health?.run?.proposals ?? null);
  else if (state.tab === 'agreement') void showAgreement(main);
  else showDesk(main);
}

function showDesk(main: HTMLElement): void {
  main.replaceChildren(
    h('aside', { id: 'left', 'aria-label': '队列' }, dropZone(), h('div', { id: 'waiting' })),
    h('article', { id: 'proposal', 'aria-label': '本件', tabindex: '-1' }),
    h('aside', { id: 'decision', 'aria-label': '判断与决定' }),
    h('section', { id: 'similar', 'aria-label': '相似案件' }),
  );
}

function dropZone(): HTMLElement {
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'files';
  input.multiple = true;
  input.accept = '.docx,.doc,.wps,.pdf,.txt,.md,.xlsx,.xls,.et,.csv,.jsonl';
  input.addEventListener('change', () => {
    void receive([...(input.files ?? [])]);
    input.value = '';
  });
  return h(
    'div',
    { class: 'drop' },
    h('label', { class: 'button' }, '放入文件', input),
    h('button', { id: 'paste', click: () => openPaste() }, '粘贴', key('p')),
    h('span', { class: 'hint' }, '或拖到窗口里'),
  );
}
