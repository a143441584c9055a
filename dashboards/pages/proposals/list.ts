import { h } from '../../dom.ts';
import { current, link, note } from '../../navigate.ts';
import { saveCsv } from '../../save.ts';
import { type Find, filtersInWords } from '../../state.ts';
import type { View } from '../../view.ts';
import { findProposals } from './find-proposals.ts';
import { listTools } from './list-tools.ts';
import { type Line, lineOf } from './proposal-line.ts';
import { SORTS, type Sort } from './sort-rows.ts';

const PER_PAGE = 50;
const COLUMNS = ['编号', '标题', '主题', '承办单位', '用时（天）', '办理结果', '最终评价', '逾期'];

/** The case that was open last: the list comes back to its line. */
let left: string | null = null;

/** Searchable, sortable, in pages; what is looked for is kept in the address. */
export function listOf(view: View): Node[] {
  let find: Find = view.state.find ?? {};
  let found = findProposals(view, find);
  const count = h('p', { class: 'note', 'aria-live': 'polite' });
  const list = h('div', { class: 'list' });
  const turn = h('nav', { class: 'turn', 'aria-label': '翻页' });
  const change = (part: Find) => {
    find = { ...find, page: '', ...part };
    note(find);
    if (!('page' in part)) found = findProposals(view, find);
    show();
  };
  const show = () => {
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
    const page = Math.min(pages, Math.max(1, Math.round(Number(find.page)) || 1));
    count.textContent = `共 ${found.length} 件${pages > 1 ? `，第 ${page}/${pages} 页` : ''}`;
    const lines = Array.from(found.subarray((page - 1) * PER_PAGE, page * PER_PAGE), (row) =>
      lineOf(view.cube, row),
    );
    const open = (id: string) => {
      left = id;
    };
    list.replaceChildren(
      found.length === 0
        ? h('p', { class: 'empty' }, '没有符合条件的提案，可减少查找的词或清除筛选')
        : tableOf(lines, find.sort ?? '', resort, open),
    );
    turn.replaceChildren(
      ...(pages > 1 ? turnButtons(page, pages, (to) => change({ page: String(to) })) : []),
    );
  };
  const resort = (sort: string) => {
    change({ sort });
    list.querySelector<HTMLElement>(`th.${sort.replace('-', '')} button`)?.focus();
  };
  const save = () => {
    const chosen = [filtersInWords(current().filters), find.words].filter(Boolean).join(' ');
    saveCsv(
      ['提案清单', chosen].filter(Boolean).join(' '),
      COLUMNS,
      Array.from(found, (row) => cellsOf(lineOf(view.cube, row))),
    );
  };
  show();
  returnTo(list);
  return [...listTools(view, find, change, save, count), list, turn];
}

function cellsOf(line: Line): (string | number)[] {
  const { id, title, topic, department, days, outcome, rating, late } = line;
  return [id, title, topic, department, days, outcome, rating, late ? '逾期' : ''];
}

function tableOf(
  lines: readonly Line[],
  order: string,
  sort: (order: string) => void,
  open: (id: string) => void,
): HTMLElement {
  const head = (key: Sort) => {
    const state = order === key ? 'ascending' : order === `-${key}` ? 'descending' : 'none';
    const next = state === 'ascending' ? `-${key}` : key;
    const mark = { ascending: ' ▲', descending: ' ▼', none: '' }[state];
    const button = h('button', { type: 'button', click: () => sort(next) }, `${SORTS[key]}${mark}`);
    return h('th', { scope: 'col', role: 'columnheader', 'aria-sort': state, class: key }, button);
  };
  const title = h('th', { scope: 'col', role: 'columnheader', class: 'title-head' }, '标题');
  const rest: readonly Sort[] = ['topic', 'department', 'days', 'outcome', 'rating'];
  return h(
    'table',
    { role: 'table', class: 'proposals' },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, head('id'), title, ...rest.map(head))),
    h('tbody', { role: 'rowgroup' }, ...lines.map((line) => rowOf(line, open))),
  );
}

/** Roles are written out: on a phone the style makes lines of cells, and browsers then forget that they are a table. */
function rowOf(line: Line, open: (id: string) => void): HTMLElement {
  const cell = (name: string, ...content: (Node | string | number | null)[]) =>
    h('td', { role: 'cell', class: name }, ...content);
  const title = link(line.title, { case: line.id });
  title.dataset.case = line.id;
  title.addEventListener('click', () => open(line.id));
  return h(
    'tr',
    { role: 'row' },
    cell('id', line.id),
    cell('title', title),
    cell('topic', line.topic),
    cell('department', line.department),
    cell('days', line.days, line.late ? h('span', { class: 'late' }, '逾期') : null),
    cell('outcome', line.outcome),
    cell('rating', line.rating),
  );
}

function turnButtons(page: number, pages: number, to: (page: number) => void): HTMLElement[] {
  const button = (label: string, next: number) =>
    h(
      'button',
      { type: 'button', click: () => to(next), ...(next < 1 || next > pages ? { disabled: '' } : {}) },
      label,
    );
  return [button('上一页', page - 1), button('下一页', page + 1)];
}

/** After a case was read, its line has the focus, and with it the eye. */
function returnTo(list: HTMLElement): void {
  if (left === null) return;
  const id = left;
  left = null;
  requestAnimationFrame(() => {
    const links = list.querySelectorAll<HTMLElement>('a[data-case]');
    [...links].find((a) => a.dataset.case === id)?.focus();
  });
}
